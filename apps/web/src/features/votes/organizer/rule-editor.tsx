import { useState } from 'react';
import type { CoreSlice, DecisionRule } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { Check, CheckList } from '../../../ui/check-list.js';
import { GroupSign } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { Note } from '../../../ui/notes.js';
import { SelectField } from '../../../ui/select-field.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { RuleList } from '../../../ui/staff/rule-list.js';
import { RuleTry } from './rule-try.js';

type Threshold = NonNullable<DecisionRule['quorum']['overall']>;

const HALF: Threshold = { num: 1, den: 2, comparator: '>' };

/** «больше 1/2»: comparator and fraction; an empty field is no threshold. */
function ThresholdField({ label, value, onChange }: { label: string; value: Threshold | null; onChange: (value: Threshold | null) => void }) {
  const t = useText();
  const set = (part: Partial<Threshold>) => onChange({ ...(value ?? HALF), ...part });
  const whole = (text: string, least: number) => Math.max(least, Math.min(1_000, Number.parseInt(text, 10) || least));
  return (
    <fieldset className="threshold">
      <legend className="label">{label}</legend>
      <SelectField compact labelHidden label={label} placeholder={null} value={value?.comparator ?? ''} onChange={(comparator) => (comparator === '' ? onChange(null) : set({ comparator: comparator as Threshold['comparator'] }))} options={[{ value: '>', label: t('desk.rule.above') }, { value: '>=', label: t('desk.rule.at-least') }, { value: '', label: t('desk.rule.none') }]} />
      {value === null ? null : (
        <span className="fraction">
          <input className="numbox" inputMode="numeric" aria-label={t('desk.rule.num', { label })} value={value.num} onChange={(event) => set({ num: whole(event.target.value, 0) })} />
          <span aria-hidden>/</span>
          <input className="numbox" inputMode="numeric" aria-label={t('desk.rule.den', { label })} value={value.den} onChange={(event) => set({ den: whole(event.target.value, 1) })} />
        </span>
      )}
    </fieldset>
  );
}

type Rung = NonNullable<DecisionRule['majority']>;
const rungOf = (overall: Threshold | null, group: Threshold | null): Rung | null =>
  (overall === null && group === null ? null : { overall, group: group === null ? null : { threshold: group, needed: { kind: 'required' } }, weightedShare: null });

function Rungs({ rule, onChange }: { rule: DecisionRule; onChange: (part: Partial<DecisionRule>) => void }) {
  const t = useText();
  const { broadAgreement: broad, majority } = rule;
  return (
    <>
      <div className="form-2">
        <ThresholdField label={t('desk.rule.broad')} value={broad?.overall ?? null} onChange={(overall) => onChange({ broadAgreement: rungOf(overall, broad?.group?.threshold ?? null) })} />
        <ThresholdField label={t('desk.rule.broad-group')} value={broad?.group?.threshold ?? null} onChange={(group) => onChange({ broadAgreement: rungOf(broad?.overall ?? null, group) })} />
        <ThresholdField label={t('desk.rule.majority')} value={majority?.overall ?? null} onChange={(overall) => onChange({ majority: rungOf(overall, majority?.group?.threshold ?? null) })} />
        <ThresholdField label={t('desk.rule.majority-group')} value={majority?.group?.threshold ?? null} onChange={(group) => onChange({ majority: rungOf(majority?.overall ?? null, group) })} />
        <ThresholdField label={t('desk.rule.quorum')} value={rule.quorum.overall} onChange={(overall) => onChange({ quorum: { ...rule.quorum, overall } })} />
        <ThresholdField label={t('desk.rule.quorum-group')} value={rule.quorum.perGroup} onChange={(perGroup) => onChange({ quorum: { ...rule.quorum, perGroup } })} />
      </div>
      <Check checked={rule.consensus} onChange={(consensus) => onChange({ consensus })} label={t('desk.rule.consensus')} note={t('rule.consensus')} />
    </>
  );
}

const BASES = [['yes+no', 'yes-no'], ['yes+no+abstain', 'yes-no-abstain'], ['cast', 'cast']] as const;
const TIES = ['not-adopted', 'undecided', 'adopted'] as const;

/** The rule of all decisions, in words and as data, with a try-out beside it. Frozen with each decision when that opens. */
export function RuleEditor({ core, rule, groups, mayEdit }: { core: CoreSlice; rule: DecisionRule; groups: readonly GroupView[]; mayEdit: boolean }) {
  const t = useText();
  const act = useAct();
  const [edited, setEdited] = useState<DecisionRule | null>(null);
  const ids = core.groups.map((group) => group.id);
  const value: DecisionRule = edited ?? rule;
  const change = (part: Partial<DecisionRule>) => setEdited({ ...value, groups: ids, ...part });
  const save = async () => { if (edited !== null && await act.run('dialogue.set-rule', { rule: edited })) setEdited(null); };
  const isStrange = ids.some((id) => !value.groups.includes(id)) || value.groups.some((id) => !ids.includes(id));
  return (
    <div className="two">
      <section className="stack-4">
        <div><p className="over">{t('desk.rule.for-all')}</p><h1>{t('desk.rule.title')}</h1></div>
        <RuleList rule={value} groups={groups} />
        {isStrange ? <Note>{t('desk.rule.groups-changed')} <Button mini onClick={() => change({ requiredGroups: ids })}>{t('desk.rule.groups-fix')}</Button></Note> : null}
        <fieldset className="stack-4 bare rule" disabled={!mayEdit}>
          <div><p className="label">{t('desk.rule.required')}</p><CheckList label={t('desk.rule.required')} items={groups.map((group) => ({ value: group.id, label: <GroupSign group={group} /> }))} value={value.requiredGroups} onChange={(requiredGroups) => change({ requiredGroups })} /></div>
          <Rungs rule={value} onChange={change} />
          <div className="form-2">
            <SelectField compact label={t('desk.rule.base')} placeholder={null} value={value.base} onChange={(base) => change({ base: base as DecisionRule['base'] })} options={BASES.map(([base, key]) => ({ value: base, label: t(`rule.base.${key}`) }))} />
            <SelectField compact label={t('rule.tie')} placeholder={null} value={value.tie} onChange={(tie) => change({ tie: tie as DecisionRule['tie'] })} options={TIES.map((tie) => ({ value: tie, label: t(`rule.tie.${tie}`) }))} />
          </div>
          <div className="row"><Button kind={edited === null ? 'secondary' : 'primary'} busy={act.isBusy} disabled={edited === null} onClick={() => { void save(); }}>{edited === null ? t('console.saved') : t('desk.rule.save')}</Button>{edited === null ? null : <Button kind="quiet" onClick={() => { act.clear(); setEdited(null); }}>{t('console.discard')}</Button>}</div>
          <ActNote act={act} />
        </fieldset>
        <Note kind="info">{t('desk.rule.frozen')}</Note>
      </section>
      <section className="desk-aside"><RuleTry rule={value} groups={groups} seats={core.seatsByGroup} /></section>
    </div>
  );
}
