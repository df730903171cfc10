import type { PollState, Refusal } from '@tegerek/contracts';

/** `null`: the poll is where the act needs it; else what it is instead. */
export const expectState = (state: PollState | 'deleted', wanted: PollState): Refusal | null => (state === wanted ? null : { code: 'poll.state', details: { state } });

/** One poll at a time is open in a panel: people answer what they see. */
export const expectNoneOpen = (openId: string | undefined): Refusal | null => (openId === undefined ? null : { code: 'poll.open-already', details: { pollId: openId } });
