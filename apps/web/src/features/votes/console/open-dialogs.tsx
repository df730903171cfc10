import { useState } from 'react';
import { LIMITS, type AgendaHead, type AmendmentView, type CoreSlice, type DecisionRule, type ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { newId } from '../../../live/index.js';
import { useAct, type Act } from '../../../live/use-act.js';
import { AmendmentChange } from '../../../ui/amendment.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { GroupFigures } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { Note } from '../../../ui/notes.js';
import { RadioGroup } from '../../../ui/radio-group.js';
import { SelectField } from '../../../ui/select-field.js';
import { ActNote, fieldRefusal } from '../../../ui/staff/act-note.js';
import { sumOf } from '../../../ui/staff/outcome-words.js';
import { ProposalName } from '../../../ui/staff/proposal-name.js';
import { useItemTitles } from '../../../ui/staff/version-text.js';
import { TextArea } from '../../../ui/text-field.js';
import { RuleChoice } from './rule-choice.js';

type Electorate = 'present' | 'entitled';

function ElectorateChoice({ core, value, onChange }: { core: CoreSlice; value: Electorate; onChange: (value: Electorate) => void }) {
  const t = useText();
  return (
    <RadioGroup
      look="plain" label={t('rule.voters')} value={value} onChange={onChange}
      options={[{ value: 'present', label: t('rule.voters.present', { n: sumOf(core.presentByGroup) }), note: t('console.electorate.present') }, { value: 'entitled', label: t('rule.voters.entitled', { n: sumOf(core.seatsByGroup) }), note: t('console.electorate.entitled') }]}
    />
  );
}

const electorateOf = (core: CoreSlice, groups: readonly GroupView[], electorate: Electorate) =>
  groups.map((group) => ({ group, value: core.presentByGroup[group.id] ?? 0, base: (electorate === 'present' ? core.presentByGroup : core.seatsByGroup)[group.id] ?? 0 }));

/** A required group with nobody in the electorate: the decision would have no quorum, and it is said before. */
function AbsentGroups({ core, groups, electorate, rule = core.rule }: { core: CoreSlice; groups: readonly GroupView[]; electorate: Electorate; rule?: DecisionRule | null }) {
  const t = useText();
  const absent = electorateOf(core, groups, electorate).filter(({ group, base }) => base === 0 && rule?.requiredGroups.includes(group.id) === true);
  return absent.length === 0 ? null : <Note>{t('console.electorate.absent', { groups: absent.map(({ group }) => group.name).join(', ') })}</Note>;
}

function DialogActs({ act, confirm, onConfirm, onClose }: { act: Act; confirm: string; onConfirm: () => void; onClose: () => void }) {
  const t = useText();
  return <><Button kind="primary" busy={act.isBusy} onClick={onConfirm}>{confirm}</Button><Button onClick={onClose}>{t('ui.cancel')}</Button></>;
}

/** Asks once, naming what it does: the text is frozen as a version, the rule and the electorate with it. */
export function OpenDecisionDialog({ core, groups, proposal, number, heading, onClose }: { core: CoreSlice; groups: readonly GroupView[]; proposal: ProposalView; number: string; heading: string; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  const [voteId] = useState(newId);
  const [electorate, setElectorate] = useState<Electorate>('present');
  const [rule, setRule] = useState<DecisionRule | null>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  // a decided proposal is decided again only as a correction of the decision that stands
  const standing = proposal.status === 'adopted' || proposal.status === 'not-adopted' ? Object.values(core.votes).find((vote) => vote.version?.proposalId === proposal.proposalId && vote.purpose === 'decision' && vote.state === 'closed' && vote.supersededBy === null) : undefined;
  const isMissing = standing !== undefined && reason.trim() === '';
  const open = () => {
    setTried(true);
    if (isMissing) return;
    void act.run('decision.open', { voteId, proposalId: proposal.proposalId, electorate, rule, secret: false, supersedes: standing === undefined ? null : { voteId: standing.voteId, reason: reason.trim() } }).then((done) => { if (done) onClose(); });
  };
  return (
    <Dialog isOpen wide onClose={onClose} title={t(standing === undefined ? 'console.vote.open-title' : 'votes.correct.title', { number })} actions={<DialogActs act={act} confirm={t('console.vote.open-confirm', { number })} onConfirm={open} onClose={onClose} />}>
      <p><b><ProposalName proposal={proposal} heading={heading} /></b></p>
      <p className="soft">{t('console.vote.open-effect', { version: proposal.versions + 1 })}</p>
      {standing === undefined ? null : <><Note kind="info">{t('votes.correct.effect')}</Note><TextArea label={t('votes.correct.reason')} rows={2} limit={LIMITS.reason} value={reason} onChange={setReason} refusal={isTried && isMissing ? t('refusal.request.invalid', { reason: 'empty', max: LIMITS.reason }) : fieldRefusal(t, act.refusal, 'supersedes.reason')} /></>}
      <ElectorateChoice core={core} value={electorate} onChange={setElectorate} />
      <GroupFigures figures={electorateOf(core, groups, electorate).map((figure) => ({ ...figure, value: figure.base, note: undefined }))} />
      <AbsentGroups core={core} groups={groups} electorate={electorate} rule={rule ?? core.rule} />
      <RuleChoice core={core} groups={groups} value={rule} onChange={setRule} />
      <p className="sm soft">{t('rule.named')}</p>
      <ActNote act={act} />
    </Dialog>
  );
}

interface WhoByWhichRuleProps { core: CoreSlice; groups: readonly GroupView[]; electorate: Electorate; onElectorate: (electorate: Electorate) => void; rule: DecisionRule | null; onRule: (rule: DecisionRule | null) => void }

/** Who votes, who of them is not here, and by which rule. */
function WhoByWhichRule({ core, groups, electorate, onElectorate, rule, onRule }: WhoByWhichRuleProps) {
  const t = useText();
  return (
    <>
      <ElectorateChoice core={core} value={electorate} onChange={onElectorate} />
      <AbsentGroups core={core} groups={groups} electorate={electorate} rule={rule ?? core.rule} />
      <RuleChoice core={core} groups={groups} value={rule} onChange={onRule} />
      <p className="sm soft">{t('rule.named')}</p>
    </>
  );
}

/** The room decides one amendment: what it changes, who votes and by which rule. */
export function OpenAmendmentDialog({ core, groups, proposal, amendment, number, onClose }: { core: CoreSlice; groups: readonly GroupView[]; proposal: ProposalView; amendment: Pick<AmendmentView, 'amendmentId' | 'field' | 'text'>; number: string; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  const [voteId] = useState(newId);
  const [electorate, setElectorate] = useState<Electorate>('present');
  const [rule, setRule] = useState<DecisionRule | null>(null);
  const { amendmentId, field, text } = amendment;
  const changed = { amendment: { amendmentId, field, before: proposal.fields[field] ?? '', rev: proposal.rev }, version: { versionId: '', proposalId: proposal.proposalId, number: proposal.versions + 1, language: proposal.language, hash: '', fields: { ...proposal.fields, [field]: text } } };
  const open = () => { void act.run('amendment.open-vote', { voteId, amendmentId, electorate, rule, secret: false }).then((done) => { if (done) onClose(); }); };
  return (
    <Dialog isOpen wide onClose={onClose} title={t('amend.open-title', { number })} actions={<DialogActs act={act} confirm={t('amend.next', { number })} onConfirm={open} onClose={onClose} />}>
      <AmendmentChange vote={changed} />
      <p className="soft">{t('amend.if')}</p>
      <WhoByWhichRule core={core} groups={groups} electorate={electorate} onElectorate={setElectorate} rule={rule} onRule={setRule} />
      <ActNote act={act} />
    </Dialog>
  );
}

/** Items of an announced list that are still in it, opened as one act. */
export function OpenAgendaDialog({ core, groups, agenda, onClose }: { core: CoreSlice; groups: readonly GroupView[]; agenda: AgendaHead; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  const [electorate, setElectorate] = useState<Electorate>('present');
  const [rule, setRule] = useState<DecisionRule | null>(null);
  const titleOf = useItemTitles(agenda.panelId);
  const items = agenda.items.filter(({ pulledOut }) => !pulledOut);
  const open = () => { void act.run('agenda.open', { agendaId: agenda.agendaId, electorate, rule, secret: false }).then((done) => { if (done) onClose(); }); };
  return (
    <Dialog isOpen wide onClose={onClose} title={t('votes.agenda.open-title', { n: items.length })} actions={<DialogActs act={act} confirm={t('votes.agenda.open')} onConfirm={open} onClose={onClose} />}>
      <ul className="room-list">{items.map((item) => <li key={item.proposalId}><b>{item.number}</b><span lang={titleOf(item).lang}><bdi>{titleOf(item).title}</bdi></span></li>)}</ul>
      <p className="soft">{t('votes.agenda.open-effect')}</p>
      <WhoByWhichRule core={core} groups={groups} electorate={electorate} onElectorate={setElectorate} rule={rule} onRule={setRule} />
      <ActNote act={act} />
    </Dialog>
  );
}

/** Longest shortlist that the dialog offers. */
const MOST_PLACES = 10;

/** A ranking of the panel's recommendations, or (panelId null) of the whole dialogue's. */
export function OpenRankingDialog({ core, groups, panelId, options, onClose }: { core: CoreSlice; groups: readonly GroupView[]; panelId: string | null; options: number; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  const [voteId] = useState(newId);
  const [electorate, setElectorate] = useState<Electorate>('present');
  const [top, setTop] = useState('');
  const [shortlist, setShortlist] = useState('');
  const open = () => { void act.run('ranking.open', { voteId, panelId, electorate, top: top === '' ? null : Number(top), shortlist: shortlist === '' ? null : Number(shortlist), secret: false }).then((done) => { if (done) onClose(); }); };
  const tops = [3, 5, 10].filter((n) => n < options);
  return (
    <Dialog isOpen wide onClose={onClose} title={t(panelId === null ? 'console.ranking.open-whole' : 'console.ranking.open')} actions={<DialogActs act={act} confirm={t('console.ranking.open-confirm', { n: options })} onConfirm={open} onClose={onClose} />}>
      <p className="soft">{t('console.ranking.open-effect', { n: options })}</p>
      <ElectorateChoice core={core} value={electorate} onChange={setElectorate} />
      <AbsentGroups core={core} groups={groups} electorate={electorate} />
      <SelectField label={t('console.ranking.how-many')} placeholder={null} value={top} onChange={setTop} options={[{ value: '', label: t('console.ranking.all', { n: options }) }, ...tops.map((n) => ({ value: String(n), label: t('console.ranking.top', { n }) }))]} />
      <SelectField label={t('votes.shortlist')} placeholder={null} value={shortlist} onChange={setShortlist} options={[{ value: '', label: t('votes.shortlist.none') }, ...Array.from({ length: Math.min(MOST_PLACES, options - 1) }, (_, i) => ({ value: String(i + 1), label: t('votes.shortlist.of', { n: i + 1 }) }))]} />
      <p className="sm soft">{t('rule.ranking')}. {shortlist === '' ? null : t('votes.shortlist.rule')} {t('rule.named')}</p>
      <ActNote act={act} />
    </Dialog>
  );
}
