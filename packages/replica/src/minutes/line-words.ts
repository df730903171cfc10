import type { Lang, VoteHead } from '@tegerek/contracts/wire';
import { gradeInWords } from '../resolution/document/decision-words.js';
import { speaker } from '../resolution/messages/say.js';
import { sayMinutes } from './messages.js';
import type { RecordLine } from './record.js';

/** What the reader may know, in their language: names by seat (`undefined`: not to be named) and titles of groups. */
export interface Names {
  person: (seatId: string) => string | undefined;
  group: (groupId: string) => string;
}

/** A line in words. Lengths as `m:ss`. */
export function lineWords(lang: Lang, line: RecordLine, names: Names): string {
  switch (line.kind) {
    case 'phase': {
      const phase = sayMinutes(lang, `phase.${line.to}`);
      return line.reason === null ? sayMinutes(lang, 'phase', { phase }) : sayMinutes(lang, 'phase.reason', { phase, reason: line.reason });
    }
    case 'turn': return sayMinutes(lang, 'turn', { who: whoSpoke(lang, line, names), time: clock(line.spentMs) });
    case 'answered': return line.answer === '' ? sayMinutes(lang, 'answered', { question: line.question }) : sayMinutes(lang, 'answered.text', { question: line.question, answer: line.answer });
    case 'opened': return openedWords(lang, line.vote);
    case 'closed': return closedWords(lang, line.vote);
    case 'void': return sayMinutes(lang, 'void', { number: line.vote.number, reason: line.vote.voidReason ?? '' });
    case 'typed': return line.text;
    default: return line satisfies never;
  }
}

function whoSpoke(lang: Lang, { seatId, groupId }: { seatId: string; groupId: string | null }, names: Names): string {
  const name = names.person(seatId);
  if (groupId === null) return name ?? sayMinutes(lang, 'who.nobody');
  const group = names.group(groupId);
  return name === undefined ? sayMinutes(lang, 'who.of-group', { group }) : sayMinutes(lang, 'who.group', { name, group });
}

function openedWords(lang: Lang, { purpose, number, version, amendment }: VoteHead): string {
  if (amendment && version) return sayMinutes(lang, 'opened.amendment', { number, field: speaker(lang)(`field.${amendment.field}`), before: short(amendment.before), text: short(version.fields[amendment.field] ?? '') });
  if (purpose === 'decision') return sayMinutes(lang, 'opened.decision', { number, title: version === null ? '' : version.fields.title || version.fields.text });
  return purpose === 'ranking' ? sayMinutes(lang, 'opened.ranking') : sayMinutes(lang, 'opened.other', { number });
}

const SHORT = 200;
/** Of a long wording its beginning; the vote has all of it. */
function short(text: string): string {
  const points = [...text];
  return points.length <= SHORT ? text : `${points.slice(0, SHORT - 1).join('')}…`;
}

interface Counted { grade?: string; overall?: { yes: number; no: number; abstain: number } }

function closedWords(lang: Lang, vote: VoteHead): string {
  const sum = (figures: Readonly<Record<string, number>> | null) => Object.values(figures ?? {}).reduce((total, n) => total + n, 0);
  const [cast, electorate] = [sum(vote.castByGroup), sum(vote.electorateByGroup)];
  const { grade = '', overall } = (vote.result ?? {}) as Counted;
  if (vote.purpose !== 'ranking' && overall) {
    return sayMinutes(lang, vote.purpose === 'amendment' ? 'closed.amendment' : 'closed.decision', { number: vote.number, grade: gradeInWords(speaker(lang), grade), yes: overall.yes, no: overall.no, abstain: overall.abstain, cast, electorate });
  }
  return vote.purpose === 'ranking' ? sayMinutes(lang, 'closed.ranking', { cast, electorate }) : sayMinutes(lang, 'closed.other', { number: vote.number });
}

const clock = (ms: number): string => `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1_000) % 60).padStart(2, '0')}`;
