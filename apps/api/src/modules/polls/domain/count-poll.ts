import { LIMITS, POLL_FLOOR, TEMPERATURES, type PollBody, type PollResult } from '@tegerek/contracts';
import { borda, makeProfile, suppressGroups } from '@tegerek/tally';
import { wordCloud } from './word-cloud.js';

export interface Answer {
  groupId: string | null;
  choice: unknown;
}

type Figures = Record<string, number>;

/**
 * What may be shown of a poll: figures of the room and of each group, small groups suppressed together with those through which they
 * would follow (tally `suppressGroups`). Short texts have a cloud and no figures: words have no group.
 */
export function countPoll(body: PollBody, answers: readonly Answer[], groupIds: readonly string[], hiddenTexts: readonly string[]): PollResult {
  const counted = { answers: answers.length, floor: POLL_FLOOR, total: null, byGroup: [], suppressed: [], cloud: [] };
  if (body.kind === 'text') return { ...counted, cloud: wordCloud(answers.map(({ choice }) => String(choice)), hiddenTexts, LIMITS.cloudWords) };
  const cells = groupIds.map((group) => {
    const own = answers.filter(({ groupId }) => groupId === group);
    return { group, voters: own.length, figures: figuresOf(body, own) };
  });
  const { published, suppressed, total } = suppressGroups(cells, { floor: POLL_FLOOR });
  return {
    ...counted, total: total ? { ...total.figures } : null, suppressed: suppressed.map(({ group }) => group),
    byGroup: total ? published.map(({ group, voters, figures }) => ({ groupId: group, answers: voters, figures: { ...figures } })) : [],
  };
}

/** By option, step or level, each named; of a ranking twice the Borda points (a shared place is worth the average of its places). */
function figuresOf(body: Exclude<PollBody, { kind: 'text' }>, answers: readonly Answer[]): Figures {
  const figures: Figures = Object.fromEntries(namesOf(body).map((name) => [name, 0]));
  if (body.kind === 'ranking') return answers.length === 0 ? figures : doubledPoints(body.options.map(({ id }) => id), answers);
  for (const { choice } of answers) for (const name of Array.isArray(choice) ? choice : [choice]) figures[String(name)] = (figures[String(name)] ?? 0) + 1;
  return figures;
}

function namesOf(body: Exclude<PollBody, { kind: 'text' }>): string[] {
  if (body.kind === 'scale') return Array.from({ length: body.steps }, (_, i) => String(i + 1));
  return body.kind === 'temperature' ? [...TEMPERATURES] : body.options.map(({ id }) => id);
}

function doubledPoints(options: readonly string[], answers: readonly Answer[]): Figures {
  const profile = makeProfile(options, answers.map(({ choice }) => ({ ranking: (choice as string[]).map((option) => [option]) })));
  return Object.fromEntries(Object.entries(borda(profile, { unranked: 'average', top: 'n-1' }).scores).map(([option, points]) => [option, points * 2]));
}
