import { useState } from 'react';
import type { AgendaHead, CoreSlice, PanelHead, PanelSlice, ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { newId } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { CheckList } from '../../../ui/check-list.js';
import type { GroupView } from '../../../ui/group.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { ProposalName } from '../../../ui/staff/proposal-name.js';
import { AgendaItemRow } from './agenda-stage.js';
import { OpenAgendaDialog } from './open-dialogs.js';

export interface AgendaDeskProps {
  core: CoreSlice;
  panel: PanelHead;
  slice: PanelSlice | undefined;
  groups: readonly GroupView[];
  /** Proposals that could be decided, by number. */
  proposals: readonly ProposalView[];
  headingOf: (proposal: ProposalView) => string;
  mayList: boolean;
  mayOpen: boolean;
}

/** The consent agenda of a panel: announced first, so that anybody can pull something out, then opened as one act. */
export function AgendaDesk(props: AgendaDeskProps) {
  const { core, panel } = props;
  const agendas = Object.values(core.agendas).filter((each) => each.panelId === panel.id);
  const listed = agendas.find((each) => each.state === 'listed');
  return listed === undefined ? <PickItems {...props} pulled={new Set(agendas.flatMap(({ items }) => items.filter(({ pulledOut }) => pulledOut).map(({ proposalId }) => proposalId)))} /> : <Listed {...props} agenda={listed} />;
}

function PickItems({ panel, proposals, headingOf, mayList, pulled }: AgendaDeskProps & { pulled: ReadonlySet<string> }) {
  const t = useText();
  const act = useAct();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const ready = proposals.filter((proposal) => proposal.ready && proposal.status === 'in-formulation' && !pulled.has(proposal.proposalId));
  if (!mayList || ready.length < 2) return null;
  const known = chosen.filter((id) => ready.some((proposal) => proposal.proposalId === id));
  const list = () => { void act.run('agenda.list', { agendaId: newId(), panelId: panel.id, proposalIds: known }).then((done) => { if (done) setChosen([]); }); };
  return (
    <details className="box-q">
      <summary><b>{t('votes.agenda')}</b> <span className="soft">{t('votes.agenda.hint')}</span></summary>
      <div className="stack-3">
        <CheckList label={t('votes.agenda.pick')} value={known} onChange={setChosen} items={ready.map((proposal) => ({ value: proposal.proposalId, label: <span><b>{panel.number}.{proposal.number}</b> <ProposalName proposal={proposal} heading={headingOf(proposal)} /></span> }))} />
        {known.length < 2 ? <p className="sm mute">{t('votes.agenda.few')}</p> : null}
        <div><Button busy={act.isBusy} disabled={known.length < 2} onClick={list}>{t('votes.agenda.list', { n: known.length })}</Button></div>
        <ActNote act={act} />
      </div>
    </details>
  );
}

function Listed({ core, slice, groups, agenda, mayList, mayOpen }: AgendaDeskProps & { agenda: AgendaHead }) {
  const t = useText();
  const act = useAct();
  const [isOpening, setOpening] = useState(false);
  return (
    <section className="box-q stack-3" aria-label={t('votes.agenda')}>
      <h2>{t('votes.agenda')}</h2>
      <p className="soft">{t('votes.agenda.listed')}</p>
      <ul className="piles">{agenda.items.map((item) => <AgendaItemRow key={item.proposalId} agendaId={agenda.agendaId} panelId={agenda.panelId} item={item} slice={slice} mayPull={mayList} />)}</ul>
      <div className="do">
        {mayOpen ? <Button kind="primary" disabled={agenda.items.every(({ pulledOut }) => pulledOut)} onClick={() => setOpening(true)}>{t('votes.agenda.open')}</Button> : null}
        {mayList ? <Button kind="quiet" busy={act.isBusy} onClick={() => { void act.run('agenda.drop', { agendaId: agenda.agendaId }); }}>{t('votes.agenda.drop')}</Button> : null}
      </div>
      <ActNote act={act} />
      {isOpening ? <OpenAgendaDialog core={core} groups={groups} agenda={agenda} onClose={() => setOpening(false)} /> : null}
    </section>
  );
}
