import type { CoreSlice, Lang, PanelHead } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { Tag } from '../../../ui/badge.js';
import { IconChevronRight } from '../../../ui/icons/index.js';

/** At most so many lines; the rest is a number. */
const MOST = 4;

export function AgendaLines({ items }: { items: readonly { id: string; number: string; title: string; language: Lang | undefined }[] }) {
  const t = useText();
  return (
    <ul className="sm stack-2">
      {items.slice(0, MOST).map(({ id, number, title, language }) => <li key={id} className="clamp" lang={language}><b>{number}</b> <bdi>{title}</bdi></li>)}
      {items.length > MOST ? <li className="mute">{t('p.agenda.more', { n: items.length - MOST })}</li> : null}
    </ul>
  );
}

/** What is announced to be taken together: until it opens, and while it runs, anybody can pull something out. */
export function ListedAgenda({ core, panel }: { core: CoreSlice; panel: PanelHead }) {
  const t = useText();
  const { path } = useWho();
  const agenda = Object.values(core.agendas).find((each) => each.panelId === panel.id && each.state === 'listed');
  if (agenda === undefined || (panel.phase !== 'formulation' && panel.phase !== 'decision')) return null;
  const items = agenda.items.filter(({ pulledOut }) => !pulledOut);
  return (
    <a className="rule door" href={path('agenda', agenda.agendaId)}>
      <span className="stack-2"><span><Tag>{t('p.agenda.listed')}</Tag></span><span className="lead">{t('p.now.agenda.lead', { n: items.length })}</span><AgendaLines items={items.map(({ proposalId, ...item }) => ({ id: proposalId, ...item }))} /><span className="sm soft">{t('p.agenda.pull.hint')}</span></span>
      <IconChevronRight />
    </a>
  );
}
