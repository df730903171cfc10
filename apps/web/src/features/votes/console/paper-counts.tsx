import { useId } from 'react';
import type { DecisionRule, PaperCounts } from '@tegerek/contracts/wire';
import { useText, type MessageKey } from '../../../i18n/index.js';
import { NumberBox } from '../../../ui/staff/number-box.js';

type Choice = keyof PaperCounts;
const CHOICES: Record<DecisionRule['ballot'], readonly Choice[]> = { 'yes-no-abstain': ['yes', 'no', 'abstain', 'invalid'], 'consent-scale': ['support', 'can-live-with', 'reservations', 'block', 'invalid'] };
const WORDS: Record<Choice, MessageKey> = {
  yes: 'choice.yes', no: 'choice.no', abstain: 'choice.abstain', support: 'choice.support', 'can-live-with': 'choice.liveWith', reservations: 'choice.reservations', block: 'choice.block', invalid: 'votes.paper.count.invalid',
};

/** Ballots of one choice in one pile. */
const MOST = 99_999;

export const noCounts = (): PaperCounts => ({});

/** How many of each choice the rule offers; an empty field is none. */
export function CountFields({ rule, value, onChange }: { rule: DecisionRule; value: PaperCounts; onChange: (counts: PaperCounts) => void }) {
  const t = useText();
  const id = useId();
  return (
    <div className="paper-counts">
      {CHOICES[rule.ballot].map((choice) => (
        <div key={choice} className="field compact"><label className="label" htmlFor={`${id}-${choice}`}>{t(WORDS[choice])}</label>
          <NumberBox id={`${id}-${choice}`} value={value[choice]} least={0} most={MOST} onChange={(n) => onChange({ ...value, [choice]: n })} onEmpty={() => onChange({ ...value, [choice]: undefined })} />
        </div>
      ))}
    </div>
  );
}
