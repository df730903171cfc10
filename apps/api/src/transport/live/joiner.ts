import { Injectable } from '@nestjs/common';
import { id, LIMITS, PROTOCOL, type CoreSlice, type JoinRefused, type JoinReply, type JoinRequest, type Run, type SliceRef } from '@tegerek/contracts';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import type { Actor } from '../../platform/commands/actor.js';
import { audienceOf, rightsHash, type AudienceKey } from '../../platform/slices/audience.js';
import { CounterReader } from '../../platform/presses/counter-reader.js';
import { Folds } from '../../platform/slices/folds.js';
import { MeReader } from '../../platform/slices/me-reader.js';
import type { Tail } from '../../platform/slices/tail.js';

export const joinRequest = z.strictObject({
  space: id, as: z.enum(['seat', 'facilitator', 'observer', 'screen', 'public']), rights: z.string().max(40).optional(), epoch: z.int().optional(),
  lastSeq: z.int().nonnegative().optional(), lastHash: z.string().max(64).optional(), protocol: z.int(), panels: z.array(id).max(LIMITS.panels).optional(),
});

/** Answers a join or a resume, for sockets and for pollers alike (LIVE-4, LIVE-5). */
@Injectable()
export class Joiner {
  constructor(private readonly folds: Folds, private readonly me: MeReader, private readonly counters: CounterReader, private readonly clock: Clock) {}

  /** What this actor may see of a space. `null`: nothing, or no such space. */
  async audience(actor: Actor, space: string, as: JoinRequest['as']): Promise<AudienceKey | null> {
    const tail = await this.folds.gathered(space);
    return tail ? viewOf(actor, (await tail.fold('facilitators')).snapshot.core, as) : null;
  }

  /**
   * `enter` is called before the answer is made, with nothing read in between: what this node reads later is pushed, so that no entry falls
   * between the answer and the first push.
   */
  async join(asking: Promise<Actor>, request: JoinRequest, enter: (key: AudienceKey, actor: Actor) => void): Promise<JoinReply | JoinRefused> {
    const [actor, tail] = await Promise.all([asking, this.folds.gathered(request.space)]);
    if (request.protocol !== PROTOCOL) return { ok: false, code: 'request.protocol' };
    if (request.as === 'screen' && actor.kind !== 'screen') return { ok: false, code: 'session.missing' };
    const key = tail ? viewOf(actor, (await tail.fold('facilitators')).snapshot.core, request.as) : null;
    if (!tail || key === null) return { ok: false, code: actor.kind === 'anonymous' ? 'session.missing' : 'request.not-found' };
    enter(key, actor);
    const diverged = await this.#divergence(tail, request);
    if (diverged) return { ok: false, code: 'request.stale', diverged };
    const runs = await this.#resumable(tail, request, key);
    const { epoch, seq, hash, snapshot } = await tail.fold(key);
    const [me, counters] = await Promise.all([
      actor.kind === 'seat' && key !== 'public' ? this.me.one(request.space, actor.seatId, seq) : undefined, this.counters.of(this.counters.objectsOf(snapshot, request.panels ?? [])),
    ]);
    return {
      ok: true, epoch, rights: rightsHash(key), audience: key === 'public' || key === 'room' ? key : 'facilitators', head: { seq, hash }, now: this.clock.now(),
      ...(runs ? { runs } : { slices: sliceRefs(request, seq) }),
      counters, ...(me ? { me } : {}),
    };
  }

  async #resumable(tail: Tail, request: JoinRequest, key: AudienceKey): Promise<readonly Run[] | null> {
    if (request.lastSeq === undefined || request.lastSeq === 0 || request.epoch !== tail.head.epoch || request.rights !== rightsHash(key)) return null;
    return tail.runsSince(request.lastSeq, LIMITS.resumeEntries, key);
  }

  /** Another hash at the client's place, or a place beyond the head: never repaired silently. */
  async #divergence(tail: Tail, { lastSeq, lastHash }: JoinRequest): Promise<JoinRefused['diverged'] | null> {
    if (lastSeq === undefined || lastSeq === 0 || lastHash === undefined) return null;
    const head = tail.head;
    if (lastSeq <= head.seq && (await tail.hashAt(lastSeq)) === lastHash) return null;
    return { epoch: head.epoch, seq: head.seq, hash: head.hash };
  }
}

function viewOf(actor: Actor, core: CoreSlice, as: JoinRequest['as']): AudienceKey | null {
  const key = audienceOf(actor, core);
  return as === 'public' || as === 'screen' ? key && 'public' : key;
}

function sliceRefs({ space, panels = [] }: JoinRequest, at: number): SliceRef[] {
  const slice = ['core', ...panels.map((id) => `panel-${id}`)].join(',');
  return [{ slice, at, url: `/api/dialogues/${space}/slices/${slice}?at=${at}` }];
}
