import type { DialoguePhase, Lang, Text } from '@tegerek/contracts/wire';
import { forgetViews, NoAnswer, postJson, requestJson } from '../../../live/index.js';

export interface ListedDialogue {
  id: string;
  slug: string;
  title: Text;
  date: string;
  phase: DialoguePhase;
  demo: boolean;
  rehearsal: boolean;
}

/** What the join page knows before anybody has signed in. */
export interface DialogueDoor extends ListedDialogue { languages: Lang[] }

interface Session { seats: { dialogueId: string; seatId: string; slug: string }[] }

/** What this device last knew of a dialogue, so that a reload without a network still shows what was written here. */
interface Kept { door: DialogueDoor; seatId: string }

const keyOf = (slug: string) => `tegerek.seat.${slug}`;

export function keptSeat(slug: string): Kept | null {
  try {
    const kept = localStorage.getItem(keyOf(slug));
    return kept === null ? null : JSON.parse(kept) as Kept;
  } catch {
    return null;
  }
}

export function keepSeat(door: DialogueDoor, seatId: string): void {
  try { localStorage.setItem(keyOf(door.slug), JSON.stringify({ door, seatId })); } catch { /* private mode: asked again after a reload */ }
}

export function forgetSeat(slug: string): void {
  try { localStorage.removeItem(keyOf(slug)); } catch { /* nothing was kept */ }
}

export const listDialogues = (): Promise<ListedDialogue[]> => requestJson('/api/dialogues');
export const openDoor = (slug: string): Promise<DialogueDoor> => requestJson(`/api/dialogues/by-slug/${slug}`);

/** My seat in a dialogue by this browser's session; without an answer, the one that was kept. `null`: not signed in here. */
export async function findSeat(slug: string): Promise<Kept | null> {
  try {
    const [door, session] = await Promise.all([openDoor(slug), requestJson<Session>('/api/session')]);
    const seat = session.seats.find((each) => each.dialogueId === door.id);
    if (seat === undefined) return null;
    keepSeat(door, seat.seatId);
    return { door, seatId: seat.seatId };
  } catch (error) {
    const kept = keptSeat(slug);
    if (error instanceof NoAnswer && kept !== null) return kept;
    throw error;
  }
}

/** Opens the seat of a personal code. The code stays on this device: only the key derived from it is sent. @throws NoAnswer, RefusedRequest */
export async function openSeat(door: DialogueDoor, code: string): Promise<string> {
  const { authKeyOf, secretOf } = await import('@tegerek/ballot');
  const authKey = authKeyOf(await secretOf(code, door.id), door.id);
  const { seatId } = await requestJson<{ seatId: string }>('/api/session/code', postJson({ dialogueId: door.id, authKey }), 20_000);
  keepSeat(door, seatId);
  return seatId;
}

export async function signOut(slug: string): Promise<void> {
  await requestJson('/api/session/sign-out', postJson({}));
  await forgetViews();
  forgetSeat(slug);
}
