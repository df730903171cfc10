import type { RankingReport } from '../ranked/ranking-report.js';
import type { RankingResult } from '../ranked/count-ranking.js';
import type { ShortlistResult } from '../ranked/shortlist.js';
import { explainRanking } from './pairs.js';
import { sayNotChosen, sayShares } from './shares.js';
import { Voice, type Names } from './voice.js';
import type { Locale } from './format-message.js';

/** A shortlist: who is on it, what it cost, how each tie was broken, and what still waits for the lot. */
export function explainShortlist(voice: Voice, r: ShortlistResult): void {
  if (r.selected.length === 0) voice.say('chosen.none');
  else voice.say('chosen.wins', { options: voice.options(r.selected) });
  if (r.needsLot !== null) voice.say('shortlist.waits', { options: voice.options(r.needsLot), n: r.selected.length, seats: r.seats });
  for (const step of r.steps) {
    if (step.by === undefined) continue;
    const values = { options: voice.options([step.add, ...(step.tiedWith ?? [])]), c: voice.option(step.add) };
    voice.say(step.by === 'groups-in-favour' ? 'cut.groups-meeting-floor' : `cut.${step.by}`, values);
  }
  sayShares(voice, { ...r, conventions: { completion: 'seq-phragmen' } });
  if (r.needsLot === null) sayNotChosen(voice, r.selected);
  voice.say('shortlist.supports', { n: r.seats });
  voice.mention('shares.method');
}

/** A published ranking in words: the order, then the shortlist where there is one (with the lot's result where it was drawn). */
export function explainReport(report: RankingReport, drawn: ShortlistResult | null, locale: Locale, names: Names, groupNames: Names): { ranking: string[]; shortlist: string[] } {
  const ranking = new Voice(locale, names, groupNames);
  const scores = Object.fromEntries(Object.entries(report.borda.doubledScores).map(([option, points]) => [option, points / 2]));
  explainRanking(ranking, { ...report, borda: { ...report.borda, scores } } as unknown as RankingResult);
  const shown = drawn ?? report.shortlist;
  if (shown === null) return { ranking: ranking.finish(), shortlist: [] };
  const list = new Voice(locale, names, groupNames);
  explainShortlist(list, shown);
  return { ranking: ranking.finish(), shortlist: list.finish() };
}
