import type { DecisionRule, PaperCounts } from '@tegerek/contracts/wire';
import { useText, type MessageKey } from '../../../i18n/index.js';

type Choice = keyof PaperCounts;
const CHOICES: Record<DecisionRule['ballot'], readonly Choice[]> = { 'yes-no-abstain': ['yes', 'no', 'abstain', 'invalid'], 'consent-scale': ['support', 'can-live-with', 'reservations', 'block', 'invalid'] };
const WORDS: Record<Choice, MessageKey> = {
  yes: 'choice.yes', no: 'choice.no', abstain: 'choice.abstain', support: 'choice.support', 'can-live-with': 'choice.liveWith', reservations: 'choice.reservations', block: 'choice.block', invalid: 'votes.paper.count.invalid',
};

export const noCounts = (): PaperCounts => ({});

/** How many of each choice the rule offers; an empty field is none. */
export function CountFields({ rule, value, onChange }: { rule: DecisionRule; value: PaperCounts; onChange: (counts: PaperCounts) => void }) {
  const t = useText();
  return (
    <div className="paper-counts">
      {CHOICES[rule.ballot].map((choice) => (
        <label key={choice} className="field compact"><span className="label">{t(WORDS[choice])}</span>
          <input className="numbox" inputMode="numeric" value={value[choice] ?? ''} onChange={(event) => { const n = Number.parseInt(event.target.value, 10); onChange({ ...value, [choice]: Number.isNaN(n) ? undefined : Math.min(99_999, Math.max(0, n)) }); }} />
        </label>
      ))}
    </div>
  );
}
