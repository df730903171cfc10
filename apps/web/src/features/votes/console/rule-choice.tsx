import type { CoreSlice, DecisionRule } from '@tegerek/contracts/wire';
import { presetOf, RULE_PRESETS, type RulePreset } from '@tegerek/tally';
import { useText } from '../../../i18n/provider.js';
import type { GroupView } from '../../../ui/group.js';
import { SelectField } from '../../../ui/select-field.js';
import { RuleFields, ruleOf } from '../../../ui/staff/rule-fields.js';
import { RuleList } from '../../../ui/staff/rule-list.js';

/** The rule that will be frozen: the dialogue's (`null`), a ready-made one, or one of its own; in words before it opens. */
export function RuleChoice({ core, groups, value, onChange }: { core: CoreSlice; groups: readonly GroupView[]; value: DecisionRule | null; onChange: (rule: DecisionRule | null) => void }) {
  const t = useText();
  const shown = value ?? core.rule;
  const preset = value === null ? '' : presetOf(value) ?? 'own';
  const options = [{ value: '', label: t('votes.rule.dialogue') }, ...RULE_PRESETS.map((each) => ({ value: each as string, label: t(`preset.${each}`) })), ...(preset === 'own' ? [{ value: 'own', label: t('preset.own') }] : [])];
  const pick = (chosen: string) => { if (chosen !== 'own') onChange(chosen === '' ? null : ruleOf(chosen as RulePreset, core.groups.map(({ id }) => id))); };
  return (
    <>
      <SelectField label={t('votes.rule.label')} placeholder={null} value={preset} onChange={pick} options={options} />
      {shown === null ? null : <div className="rule"><RuleList rule={shown} groups={groups} /></div>}
      {value === null ? null : <details><summary>{t('votes.rule.figures')}</summary><div className="stack-4"><RuleFields rule={value} groups={groups} onChange={(part) => onChange({ ...value, ...part })} /></div></details>}
    </>
  );
}
