import type { StvMeekResult } from '../proportional/stv-meek.js';
import type { StvScottishResult } from '../proportional/stv-scottish.js';
import type { StvWigmResult } from '../proportional/stv-wigm.js';
import { isLong, lastOf, parsed, type Voice } from './voice.js';

export type StvResult = StvScottishResult | StvWigmResult | StvMeekResult;

/** What happened, whatever the rules: who was elected or dropped out, with how many votes at that moment. */
interface Event {
  readonly what: 'elected' | 'elected without quota' | 'out';
  readonly who: string;
  /** null where the record has none: nobody voted for them any more */
  readonly votes: number | string | null;
}
interface Story {
  readonly events: readonly Event[];
  readonly quota: number | string;
  readonly final: Readonly<Record<string, number | string>>;
  readonly nontransferable: number | string | null;
  readonly ties: readonly { readonly between: readonly string[]; readonly chosen: string; readonly isLot: boolean; readonly isOut: boolean }[];
}

const table = (votes: Readonly<Record<string, string>>): Record<string, number | string> =>
  Object.fromEntries(Object.entries(votes).map(([o, text]) => [o, parsed(text)]));

const EXCLUDE = 'exclude ';

function scottish(r: StvScottishResult): Story {
  const events = r.stages.flatMap((s, i): Event[] => {
    const now = (who: string, what: Event['what']): Event => ({ what, who, votes: parsed(s.votes[who]!) });
    const out = s.action.startsWith(EXCLUDE) ? s.action.slice(EXCLUDE.length) : null;
    return [
      ...(out === null ? [] : [{ what: 'out' as const, who: out, votes: parsed(r.stages[i - 1]!.votes[out]!) }]),
      ...(s.elected ?? []).map((o) => now(o, 'elected')),
      ...(s.electedWithoutQuota ?? []).map((o) => now(o, 'elected without quota')),
    ];
  });
  const last = r.stages.at(-1)!;
  return {
    events, quota: r.quota, final: table(last.votes), nontransferable: parsed(last.nontransferable),
    ties: r.stages.flatMap((s) => (s.tie === undefined ? [] : [{ between: s.tie.between, chosen: s.tie.chosen, isLot: s.tie.by === 'lot', isOut: s.action.startsWith(EXCLUDE) }])),
  };
}

function wigm(r: StvWigmResult): Story {
  const events = r.rounds.flatMap((x): Event[] => [
    ...x.eliminated.map((who): Event => ({ what: 'out', who, votes: x.tallies[who]! })),
    ...x.elected.map((who): Event => ({ what: x.tallies[who]! >= r.quota ? 'elected' : 'elected without quota', who, votes: x.tallies[who]! })),
  ]);
  const last = r.rounds.at(-1)!;
  return { events, quota: r.quota, final: last.tallies, nontransferable: last.nontransferable, ties: [] };
}

function meek(r: StvMeekResult): Story {
  const of = (votes: Readonly<Record<string, string>>, who: string): number | string | null => (Object.hasOwn(votes, who) ? parsed(votes[who]!) : null);
  const events = r.steps.flatMap((s): Event[] => (s.step === 'exclude'
    ? [{ what: 'out', who: s.excluded, votes: of(s.votes, s.excluded) }]
    : s.elected.map((who): Event => ({ what: 'elected', who, votes: of(s.votes, who) }))));
  const known = new Set(events.map((e) => e.who));
  const last = r.steps.at(-1)?.votes ?? r.finalVotes;
  const rest = r.electedOrder.filter((o) => !known.has(o)).map((who): Event => ({ what: 'elected without quota', who, votes: of(last, who) }));
  return {
    events: [...events, ...rest], quota: parsed(r.initialQuota), final: table(last), nontransferable: null,
    ties: r.exclusions.flatMap((x) => (x.tiedWith === undefined ? [] : [{ between: [x.excluded, ...x.tiedWith], chosen: x.excluded, isLot: true, isOut: true }])),
  };
}

function storyOf(r: StvResult): Story {
  return r.method === 'stv-scottish' ? scottish(r) : r.method === 'stv-wigm' ? wigm(r) : meek(r);
}

/** Single transferable vote, by any of the three rules. */
export function explainStv(voice: Voice, r: StvResult): void {
  const { events, quota, final, nontransferable, ties } = storyOf(r);
  const elected = events.filter((e) => e.what !== 'out');
  const out = events.filter((e) => e.what === 'out');
  const say = (key: 'stv.first' | 'stv.lastElected' | 'stv.lastElectedRest' | 'stv.lastExcluded', e: Event): void => {
    if (e.votes !== null) voice.say(key, { a: voice.option(e.who), b: voice.option(e.who), n: e.votes });
  };
  voice.say(elected.length === 1 ? 'stv.winsOne' : 'stv.wins', { options: voice.options(r.electedOrder) });
  voice.say('stv.quota', { n: quota });
  const last = elected.at(-1)!;
  if (elected.length > 1 || last.what === 'elected') say('stv.first', elected[0]!);
  if (elected.length > 1 || last.what !== 'elected') say(last.what === 'elected' ? 'stv.lastElected' : 'stv.lastElectedRest', last);
  const lastOut = out.findLast((e) => e.votes !== null);
  if (lastOut !== undefined) say('stv.lastExcluded', lastOut);
  const done = new Set(events.map((e) => e.who));
  const beaten = Object.keys(final).filter((o) => !done.has(o)).toSorted((x, y) => Number(final[y]) - Number(final[x]))[0];
  if (beaten !== undefined) voice.say('stv.beaten', { b: voice.option(beaten), n: final[beaten]! });
  for (const t of ties.slice(0, 2)) voice.mention(`stv.${t.isLot ? 'lot' : 'earlier'}${t.isOut ? 'Out' : ''}`, { options: voice.options(t.between), c: voice.option(t.chosen) });
  const gone = out.map((e) => e.who);
  if (isLong(gone)) voice.mention('irv.outLast', { options: voice.options(lastOf(gone)) });
  else if (gone.length > 1) voice.mention('stv.out', { options: voice.options(gone) });
  if (nontransferable !== null && Number(nontransferable) > 0) voice.mention('stv.nontransferable', { n: nontransferable });
  voice.mention('stv.method');
}
