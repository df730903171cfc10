import { sha256Hex } from '@tegerek/ballot';
import type { CoreSlice, Entry, LogEvent, Run } from '@tegerek/contracts';
import type { Actor } from '../commands/actor.js';

/** `facilitators:<panel ids>` sees what concerns these panels; plain `facilitators` (organizers) everything. */
export type AudienceKey = 'public' | 'room' | 'facilitators' | `facilitators:${string}`;

export function sees(key: AudienceKey, event: LogEvent): boolean {
  if (event.audience === 'public') return true;
  if (key === 'public') return false;
  if (event.audience === 'room') return true;
  if (key === 'room') return false;
  return key === 'facilitators' || event.panelId === undefined || key.includes(event.panelId);
}

/** What an actor may see in a dialogue, from its folded core. `null`: nothing. */
export function audienceOf(actor: Actor, core: CoreSlice): AudienceKey | null {
  if (actor.kind === 'system') return 'facilitators';
  if (actor.kind !== 'seat') return core.phase === 'draft' && actor.kind === 'anonymous' ? null : 'public';
  const roles = core.staff[actor.seatId] ?? [];
  if (roles.includes('organizer')) return 'facilitators';
  const panels = Object.values(core.panels)
    .filter((panel) => (roles.includes('moderator') && panel.moderators.includes(actor.seatId)) || (roles.includes('rapporteur') && panel.rapporteurs.includes(actor.seatId)))
    .map((panel) => panel.id).sort();
  return panels.length > 0 ? `facilitators:${panels.join(',')}` : 'room';
}

const rights = new Map<AudienceKey, string>();
const RIGHTS_AT_MOST = 10_000;

/** Opaque to clients: another hash means another view. */
export function rightsHash(key: AudienceKey): string {
  let hash = rights.get(key);
  if (hash === undefined) {
    if (rights.size >= RIGHTS_AT_MOST) rights.clear();
    rights.set(key, (hash = sha256Hex(`rights ${key}`).slice(0, 16)));
  }
  return hash;
}

/** Entries as one audience sees them: what it may not see becomes ranges that keep its place in the chain. */
export function runsFor(key: AudienceKey, entries: readonly Entry[]): Run[] {
  const runs: Run[] = [];
  for (const entry of entries) {
    const events = entry.events.filter((event) => sees(key, event));
    const last = runs.at(-1);
    if (events.length > 0) runs.push({ seq: entry.seq, hash: entry.hash, at: entry.at, events });
    else if (last && 'from' in last) runs[runs.length - 1] = { from: last.from, to: entry.seq, hash: entry.hash };
    else runs.push({ from: entry.seq, to: entry.seq, hash: entry.hash });
  }
  return runs;
}
