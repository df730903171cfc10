import { z } from 'zod';
import { defineCommand, defineEvent } from './define.js';
import { id, instant, line, limits, multilingual, text } from './primitives.js';

/** An option of a poll, in the languages that the moderator wrote. */
export const pollOption = z.strictObject({ id, title: multilingual(limits.pollOption) });
export type PollOption = z.infer<typeof pollOption>;

const options = z.array(pollOption).min(2).max(limits.pollOptions).refine((all) => new Set(all.map((option) => option.id)).size === all.length, { error: 'twice' });

/** What is asked for: the kind of a poll with what belongs to it alone. */
export const pollBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), options }),
  z.strictObject({ kind: z.literal('multiple'), options, /** At most so many of the options. */ most: z.int().min(1).max(limits.pollOptions) }),
  /** 1…steps; `low` and `high` name the ends. */
  z.strictObject({ kind: z.literal('scale'), steps: z.int().min(2).max(10), low: multilingual(limits.pollEnd), high: multilingual(limits.pollEnd) }),
  z.strictObject({ kind: z.literal('ranking'), options }),
  z.strictObject({ kind: z.literal('text') }),
  z.strictObject({ kind: z.literal('temperature') }),
]);
export type PollBody = z.infer<typeof pollBody>;

export const pollSetup = z.strictObject({
  question: multilingual(limits.pollQuestion), body: pollBody,
  /** Who may read who answered what once the result is shown: the panel's staff, or nobody (the server stores it all the same). */
  named: z.boolean(),
  /** Closes by itself so long after its opening, ms; `null`: by hand. */
  durationMs: z.int().min(10_000).max(3_600_000).nullable(),
  /** The result is shown with the close; otherwise it waits for `poll.show`. */
  showAtClose: z.boolean(),
});
export type PollSetup = z.infer<typeof pollSetup>;

/** single: an option · multiple: options · scale: a step · ranking: options best first · text: the words · temperature: `good`, `mixed`, `bad`. */
export const pollChoice = z.union([z.array(id).min(1).max(limits.pollOptions), z.int().min(1).max(10), text(limits.pollText)]);
export type PollChoice = z.infer<typeof pollChoice>;

const figures = z.record(z.string(), z.int().nonnegative());
/**
 * What of a poll is shown. Figures by option (scale: by step; ranking: doubled Borda points); groups below the floor, and the groups
 * through which their figures would follow, stand in `suppressed`; `total` is null when fewer than the floor answered.
 */
export const pollResult = z.strictObject({
  answers: z.int().nonnegative(), floor: z.int(), total: figures.nullable(),
  byGroup: z.array(z.strictObject({ groupId: id, answers: z.int().nonnegative(), figures })), suppressed: z.array(id),
  /** Short texts grouped, most frequent first. */
  cloud: z.array(z.strictObject({ key: z.string(), text: z.string(), n: z.int().min(1) })),
});
export type PollResult = z.infer<typeof pollResult>;

const STAFF_RATE = { perMinute: 600, burst: 100 };
const poll = { pollId: id };

export const pollCommands = {
  'poll.draft': defineCommand({ rate: STAFF_RATE, refusals: ['panel.phase', 'poll.incomplete', 'poll.too-many'], payload: z.strictObject({ ...poll, panelId: id, setup: pollSetup }) }),
  'poll.edit': defineCommand({ rate: STAFF_RATE, refusals: ['poll.state', 'poll.incomplete', 'request.stale'], payload: z.strictObject({ ...poll, setup: pollSetup }) }),
  'poll.delete': defineCommand({ rate: STAFF_RATE, refusals: ['poll.state'], payload: z.strictObject(poll) }),
  'poll.open': defineCommand({ rate: STAFF_RATE, refusals: ['dialogue.phase', 'panel.phase', 'poll.state', 'poll.open-already'], payload: z.strictObject(poll) }),
  'poll.close': defineCommand({ rate: STAFF_RATE, refusals: ['poll.state'], payload: z.strictObject(poll) }),
  'poll.expire': defineCommand({ system: true, refusals: ['poll.state'], payload: z.strictObject(poll) }),
  'poll.show': defineCommand({ rate: STAFF_RATE, refusals: ['poll.state'], payload: z.strictObject({ ...poll, shown: z.boolean() }) }),
  /** A new round of a closed poll, opened at once. */
  'poll.repeat': defineCommand({ rate: STAFF_RATE, refusals: ['dialogue.phase', 'panel.phase', 'poll.state', 'poll.open-already', 'poll.too-many'], payload: z.strictObject({ ...poll, newPollId: id }) }),
  /** Takes a text out of the word cloud, or back in. */
  'poll.hide-text': defineCommand({ rate: STAFF_RATE, refusals: ['poll.state', 'poll.too-many'], payload: z.strictObject({ ...poll, key: line(limits.pollText), hidden: z.boolean() }) }),
};

export const pollPresses = {
  'poll.answer': defineCommand({
    lane: 'count', rate: { perMinute: 60, burst: 20 }, refusals: ['ballot.rev-conflict', 'ballot.not-counted', 'ballot.invalid', 'panel.phase'],
    payload: z.strictObject({ object: id, rev: z.int().min(1).max(1_000_000), choice: pollChoice }),
  }),
};

const ofPanel = { ...poll, panelId: id };
export const pollEvents = {
  // a draft is the staff's own
  'poll.drafted': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ ...ofPanel, setup: pollSetup }) }),
  'poll.edited': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ ...ofPanel, setup: pollSetup, rev: z.int() }) }),
  'poll.deleted': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject(ofPanel) }),
  /** `series`: the poll of the first round. */
  'poll.opened': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ ...ofPanel, setup: pollSetup, series: id, round: z.int().min(1), closesAt: instant.nullable() }) }),
  'poll.closed': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ ...ofPanel, how: z.enum(['hand', 'clock']), answeredByGroup: z.record(id, z.int().nonnegative()) }) }),
  'poll.shown': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ ...ofPanel, result: pollResult }) }),
  'poll.hidden': defineEvent({ v: 1, audience: 'public', data: z.strictObject(ofPanel) }),
  'poll.text-hidden': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ ...ofPanel, key: z.string(), hidden: z.boolean() }) }),
};
