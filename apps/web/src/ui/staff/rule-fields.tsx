import type { DecisionRule } from '@tegerek/contracts/wire';
import { presetOf, presetRule, RULE_PRESETS, type RulePreset } from '@tegerek/tally';
import { useText } from '../../i18n/provider.js';
import { Check, CheckList } from '../check-list.js';
import { GroupSign } from '../group-sign.js';
import type { GroupView } from '../group.js';
import { SelectField } from '../select-field.js';
import { NumberBox } from './number-box.js';

type Threshold = NonNullable<DecisionRule['quorum']['overall']>;

/** Of a threshold's numerator and denominator. */
const MOST = 1_000;
const HALF: Threshold = { num: 1, den: 2, comparator: '>' };

/** «больше 1/2»: comparator and fraction; an empty field is no threshold. */
function ThresholdField({ label, value, onChange }: { label: string; value: Threshold | null; onChange: (value: Threshold | null) => void }) {
  const t = useText();
  const set = (part: Partial<Threshold>) => onChange({ ...(value ?? HALF), ...part });
  return (
    <fieldset className="threshold">
      <legend className="label">{label}</legend>
      <SelectField compact labelHidden label={label} placeholder={null} value={value?.comparator ?? ''} onChange={(comparator) => (comparator === '' ? onChange(null) : set({ comparator: comparator as Threshold['comparator'] }))} options={[{ value: '>', label: t('desk.rule.above') }, { value: '>=', label: t('desk.rule.at-least') }, { value: '', label: t('desk.rule.none') }]} />
      {value === null ? null : (
        <span className="fraction">
          <NumberBox reverts label={t('desk.rule.num', { label })} value={value.num} least={0} most={MOST} onChange={(num) => set({ num })} />
          <span aria-hidden>/</span>
          <NumberBox reverts label={t('desk.rule.den', { label })} value={value.den} least={1} most={MOST} onChange={(den) => set({ den })} />
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
const BALLOTS = ['yes-no-abstain', 'consent-scale'] as const;

/** A ready-made rule for the groups of a dialogue. */
export const ruleOf = (preset: RulePreset, ids: readonly string[]): DecisionRule => presetRule(preset, ids) as DecisionRule;

/** Presets first, then every figure of the rule. */
export function RuleFields({ rule, groups, onChange }: { rule: DecisionRule; groups: readonly GroupView[]; onChange: (part: Partial<DecisionRule>) => void }) {
  const t = useText();
  const preset = presetOf(rule);
  const choices = [...RULE_PRESETS.map((each) => ({ value: each as string, label: t(`preset.${each}`) })), ...(preset === null ? [{ value: '', label: t('preset.own') }] : [])];
  const pick = (value: string) => { if (value !== '') { const { groups: _, requiredGroups: kept, ...ready } = ruleOf(value as RulePreset, rule.groups); onChange({ ...ready, requiredGroups: rule.requiredGroups.length === 0 ? kept : rule.requiredGroups }); } };
  return (
    <>
      <SelectField compact label={t('preset.label')} placeholder={null} value={preset ?? ''} onChange={pick} options={choices} />
      <SelectField compact label={t('preset.ballot')} placeholder={null} value={rule.ballot} onChange={(ballot) => onChange({ ballot: ballot as DecisionRule['ballot'] })} options={BALLOTS.map((ballot) => ({ value: ballot, label: t(`preset.ballot.${ballot}`) }))} />
      <div><p className="label">{t('desk.rule.required')}</p><CheckList label={t('desk.rule.required')} items={groups.map((group) => ({ value: group.id, label: <GroupSign group={group} /> }))} value={rule.requiredGroups} onChange={(requiredGroups) => onChange({ requiredGroups })} /></div>
      <Rungs rule={rule} onChange={onChange} />
      <div className="form-2">
        <SelectField compact label={t('desk.rule.base')} placeholder={null} value={rule.base} onChange={(base) => onChange({ base: base as DecisionRule['base'] })} options={BASES.map(([base, key]) => ({ value: base, label: t(`rule.base.${key}`) }))} />
        <SelectField compact label={t('rule.tie')} placeholder={null} value={rule.tie} onChange={(tie) => onChange({ tie: tie as DecisionRule['tie'] })} options={TIES.map((tie) => ({ value: tie, label: t(`rule.tie.${tie}`) }))} />
      </div>
    </>
  );
}
