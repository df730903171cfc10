import type { Sample } from './corpus.js';
import { lintProposal } from './lint-proposal.js';
import type { LintLocale } from './warning.js';

/** Counts over (sample, rule): a hit is an expected warning that came, a false alarm one that came unexpected. */
export interface Figures {
  readonly samples: number;
  readonly expected: number;
  readonly hits: number;
  readonly falseAlarms: number;
  /** Samples in which something was missed or warned of by mistake: `text: -missed +false`. */
  readonly wrong: readonly string[];
}

export function evaluate(samples: readonly Sample[], locale: LintLocale): Figures {
  let [expected, hits, falseAlarms] = [0, 0, 0];
  const wrong: string[] = [];
  for (const { fields, expect } of samples) {
    const warned = new Set(lintProposal(fields, locale).map((w) => w.rule));
    const missed = expect.filter((rule) => !warned.has(rule));
    const extra = [...warned].filter((rule) => !expect.includes(rule));
    expected += expect.length;
    hits += expect.length - missed.length;
    falseAlarms += extra.length;
    if (missed.length + extra.length > 0) wrong.push(`${fields.text ?? ''}: ${[...missed.map((r) => `-${r}`), ...extra.map((r) => `+${r}`)].join(' ')}`);
  }
  return { samples: samples.length, expected, hits, falseAlarms, wrong };
}
