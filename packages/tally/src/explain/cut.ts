import type { DoubleMajorityResult } from '../across/double-majority.js';
import type { CutResult } from '../ties/cut-ranking.js';
import type { Voice } from './voice.js';

/** Which options made the cut, and by which rule of the published policy a tie was broken. */
export function explainCut(voice: Voice, r: CutResult): void {
  if (r.selected.length === 0) voice.say('chosen.none');
  else voice.say('chosen.wins', { options: voice.options(r.selected) });
  if (r.steps.length === 0) voice.say('cut.noTie');
  for (const s of r.steps) voice.say(`cut.${s.by}`, { options: voice.options(s.between), c: voice.option(s.chosen) });
  const out = [...new Set(r.steps.flatMap((s) => s.between))].filter((o) => !r.selected.includes(o));
  if (out.length > 0) voice.mention('chosen.notBought', { options: voice.options(out) });
  voice.say('cut.method');
}

/** The majority of all votes and the majority of the groups. */
export function explainDoubleMajority(voice: Voice, r: DoubleMajorityResult): void {
  voice.say(r.accepted ? 'double.accepted' : 'double.rejected');
  voice.say(r.overallAccepted ? 'double.overallYes' : 'double.overallNo', { yes: r.overall.yes, no: r.overall.no });
  voice.say(r.groupMajority ? 'double.groupsYes' : 'double.groupsNo', { n: r.acceptingWeight, m: r.rejectingWeight });
  if (r.tiedWeight > 0) voice.mention('double.tied', { n: r.tiedWeight });
  voice.mention('double.method');
}
