import { useText } from '../../../i18n/index.js';
import { useCore } from '../../../live/index.js';
import { useMay } from '../../../surfaces/phone/kit/may.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { Tag } from '../../../ui/badge.js';
import { ButtonLink } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/notes.js';
import { useItemTitles } from '../../../ui/staff/version-text.js';
import { PullOut } from './pull-out.js';

/** A consent agenda as it was announced, each item with its way out. */
export default function AgendaScreen({ id }: { id: string | null }) {
  const t = useText();
  const core = useCore();
  const may = useMay();
  const { path } = useWho();
  const agenda = core?.agendas[id ?? ''];
  const titleOf = useItemTitles(agenda?.panelId ?? null);
  const panel = agenda && core?.panels[agenda.panelId];
  if (core === null || agenda === undefined || panel === undefined) return <Screen title={t('p.agenda.title')} tab="now" back="now"><EmptyState title={t('p.gone')} /></Screen>;
  const vote = Object.values(core.votes).find((each) => each.agendaId === agenda.agendaId && !each.pulledOut);
  const mayPull = agenda.state === 'listed' && may('agenda.pull-out', { panel }) === null;
  return (
    <Screen title={t('p.agenda.title')} tab="now" back="now" action={vote === undefined ? undefined : <ButtonLink kind="primary" wide href={path('vote', vote.voteId)}>{t('p.act.vote')}</ButtonLink>}>
      <p className="soft">{t(agenda.state === 'dropped' ? 'p.agenda.dropped' : 'p.agenda.explain')}</p>
      <ul className="items">
        {agenda.items.map((item) => (
          <li key={item.proposalId} className="stack-2">
            <a href={path('proposal', item.proposalId)} lang={titleOf(item).lang}><b>{item.number}</b> <bdi>{titleOf(item).title}</bdi></a>
            {item.pulledOut ? <span><Tag tone="warn">{t('p.agenda.pulled')}</Tag></span> : mayPull ? <PullOut agendaId={agenda.agendaId} proposalId={item.proposalId} number={item.number} /> : null}
          </li>
        ))}
      </ul>
    </Screen>
  );
}
