import { useState } from 'react';
import type { CoreSlice, ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { newId } from '../../../live/index.js';
import { useAct, type Act } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { GroupFigures } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { Note } from '../../../ui/notes.js';
import { RadioGroup } from '../../../ui/radio-group.js';
import { SelectField } from '../../../ui/select-field.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { sumOf } from '../../../ui/staff/outcome-words.js';
import { RuleList } from '../../../ui/staff/rule-list.js';

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
function AbsentGroups({ core, groups, electorate }: { core: CoreSlice; groups: readonly GroupView[]; electorate: Electorate }) {
  const t = useText();
  const absent = electorateOf(core, groups, electorate).filter(({ group, base }) => base === 0 && core.rule?.requiredGroups.includes(group.id) === true);
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
  const open = () => { void act.run('decision.open', { voteId, proposalId: proposal.proposalId, electorate, rule: null, secret: false }).then((done) => { if (done) onClose(); }); };
  return (
    <Dialog isOpen wide onClose={onClose} title={t('console.vote.open-title', { number })} actions={<DialogActs act={act} confirm={t('console.vote.open-confirm', { number })} onConfirm={open} onClose={onClose} />}>
      <p lang={proposal.language}><b><bdi>{heading}</bdi></b></p>
      <p className="soft">{t('console.vote.open-effect', { version: proposal.versions + 1 })}</p>
      <ElectorateChoice core={core} value={electorate} onChange={setElectorate} />
      <GroupFigures figures={electorateOf(core, groups, electorate).map((figure) => ({ ...figure, value: figure.base, note: undefined }))} />
      <AbsentGroups core={core} groups={groups} electorate={electorate} />
      {core.rule === null ? null : <div className="rule"><RuleList rule={core.rule} groups={groups} /></div>}
      <p className="sm soft">{t('rule.named')}</p>
      <ActNote act={act} />
    </Dialog>
  );
}

/** A ranking of the panel's recommendations, or (panelId null) of the whole dialogue's. */
export function OpenRankingDialog({ core, groups, panelId, options, onClose }: { core: CoreSlice; groups: readonly GroupView[]; panelId: string | null; options: number; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  const [voteId] = useState(newId);
  const [electorate, setElectorate] = useState<Electorate>('present');
  const [top, setTop] = useState('');
  const open = () => { void act.run('ranking.open', { voteId, panelId, electorate, top: top === '' ? null : Number(top), secret: false }).then((done) => { if (done) onClose(); }); };
  const tops = [3, 5, 10].filter((n) => n < options);
  return (
    <Dialog isOpen wide onClose={onClose} title={t(panelId === null ? 'console.ranking.open-whole' : 'console.ranking.open')} actions={<DialogActs act={act} confirm={t('console.ranking.open-confirm', { n: options })} onConfirm={open} onClose={onClose} />}>
      <p className="soft">{t('console.ranking.open-effect', { n: options })}</p>
      <ElectorateChoice core={core} value={electorate} onChange={setElectorate} />
      <AbsentGroups core={core} groups={groups} electorate={electorate} />
      <SelectField label={t('console.ranking.how-many')} placeholder={null} value={top} onChange={setTop} options={[{ value: '', label: t('console.ranking.all', { n: options }) }, ...tops.map((n) => ({ value: String(n), label: t('console.ranking.top', { n }) }))]} />
      <p className="sm soft">{t('rule.ranking')}. {t('rule.named')}</p>
      <ActNote act={act} />
    </Dialog>
  );
}
