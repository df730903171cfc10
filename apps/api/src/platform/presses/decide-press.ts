import { pressHash } from '@tegerek/ballot';
import { canonicalize, type PressName, type PressReceipt, type Refusal } from '@tegerek/contracts';
import { may } from '@tegerek/rules';
import type { OpenTarget } from './press-target.js';
import type { PressRow } from './press.store.js';

export interface Press {
  seatId: string;
  rev: number;
  choice: unknown;
}

export type PressOutcome = { receipt: PressReceipt; row?: PressRow; counts?: { groupId: string; by: number } } | { refusal: Refusal };

/**
 * What a press does to the stored row (docs/protocol.md VOTE-5). Same rev and same hash: the same receipt; same rev and another hash, or a
 * lower rev: a conflict that tells what is stored; a higher rev replaces.
 */
export function decidePress(name: PressName, object: string, press: Press, target: OpenTarget, stored: PressRow | undefined): PressOutcome {
  const hash = pressHash({ object, rev: press.rev, choice: press.choice });
  const elector = target.entitled.get(press.seatId);
  const receipt = (): PressReceipt => ({ object, rev: press.rev, hash, ...(elector?.number === undefined ? {} : { number: elector.number }) });
  if (stored && stored.rev === press.rev && stored.hash === hash) return { receipt: receipt() };
  if (!elector) return { refusal: { code: name === 'ballot.cast' ? 'vote.not-entitled' : 'request.not-found' } };
  const code = may(name, elector.actor, target.facts);
  if (code) return { refusal: { code } };
  if (!target.isOpen) return { refusal: { code: 'ballot.not-counted' } };
  if (elector.refusal) return { refusal: { code: elector.refusal } };
  if (!target.isValid(press.choice)) return { refusal: { code: 'ballot.invalid', path: 'payload.choice' } };
  if (stored && stored.rev >= press.rev) return { refusal: { code: 'ballot.rev-conflict', details: { rev: stored.rev, mine: JSON.parse(stored.choice) as unknown } } };
  const row: PressRow = { seatId: press.seatId, groupId: elector.groupId, rev: press.rev, choice: canonicalize(press.choice), hash };
  const by = target.weight(press.choice) - (stored ? target.weight(JSON.parse(stored.choice)) : 0);
  return { receipt: receipt(), row, ...(by !== 0 && elector.groupId !== null ? { counts: { groupId: elector.groupId, by } } : {}) };
}
