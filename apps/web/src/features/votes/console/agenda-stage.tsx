import type { AgendaHead, CoreSlice, PanelSlice } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { useAct } from '../../../live/use-act.js';
import { Tag } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { PersonName } from '../../../ui/staff/person.js';
import { useItemTitles } from '../../../ui/staff/version-text.js';
import '../../../ui/staff/staff.css';

/** One item of an agenda, with who asked for it singly, and the chair's own way to pull it out. */
export function AgendaItemRow({ agendaId, panelId, item, slice, mayPull }: { agendaId: string; panelId: string; item: AgendaHead['items'][number]; slice: PanelSlice | undefined; mayPull: boolean }) {
  const t = useText();
  const act = useAct();
  const read = useItemTitles(panelId)(item);
  const asked = slice?.pullAsked.find((each) => each.agendaId === agendaId && each.proposalId === item.proposalId);
  return (
    <li>
      <b>{item.number}</b><span className="grow" lang={read.lang}><bdi>{read.title}</bdi></span>
      {item.pulledOut ? <span className="row"><Tag tone="warn">{t('votes.agenda.pulled')}</Tag>{asked === undefined ? null : <span className="sm soft">{t('votes.agenda.asked')} <PersonName seatId={asked.seatId} /></span>}</span> : mayPull ? <Button mini kind="quiet" busy={act.isBusy} aria-label={t('votes.agenda.pull.of', { number: item.number })} onClick={() => { void act.run('agenda.pull-out', { agendaId, proposalId: item.proposalId }); }}>{t('votes.agenda.pull')}</Button> : null}
      <ActNote act={act} />
    </li>
  );
}

/** What the room votes on when it takes a list together. */
export function AgendaStage({ core, slice, agendaId, mayPull }: { core: CoreSlice; slice: PanelSlice | undefined; agendaId: string; mayPull: boolean }) {
  const t = useText();
  const agenda = core.agendas[agendaId];
  const voted = new Set(Object.values(core.votes).filter((vote) => vote.agendaId === agendaId).map((vote) => vote.version?.proposalId));
  const items = (agenda?.items ?? []).filter(({ proposalId }) => voted.has(proposalId));
  return (
    <>
      <h2>{t('votes.agenda.stage', { n: items.filter(({ pulledOut }) => !pulledOut).length })}</h2>
      <ul className="piles">{items.map((item) => <AgendaItemRow key={item.proposalId} agendaId={agendaId} panelId={agenda?.panelId ?? ''} item={item} slice={slice} mayPull={mayPull} />)}</ul>
    </>
  );
}
