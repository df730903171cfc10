import type { Group, Lang, Payload, Text } from '@tegerek/contracts/wire';
import { exchange, newId, NoAnswer, postJson, RefusedRequest, requestJson } from '../../../live/index.js';
import type { DialogueDoor } from './door.js';

/** What a dialogue offers to whom has no seat. */
export interface Offer { title: Text; date: string; privacyNotice: Text; groups: Group[]; byCode: boolean }

/** What this phone asked for; its code is here and nowhere else until it opens the seat. */
export interface Applied { envelopeId: string; seatId: string; code: string; name: string; payload: Payload<'seat.register'>; isReceived: boolean }

export interface Standing { status: 'waiting' | 'approved' | 'declined'; reason: string | null }

const keyOf = (slug: string) => `tegerek.applied.${slug}`;

export function keptApplication(slug: string): Applied | null {
  try {
    const kept = localStorage.getItem(keyOf(slug));
    return kept === null ? null : JSON.parse(kept) as Applied;
  } catch {
    return null;
  }
}

/** @returns false where this browser keeps nothing: then the code must be written down */
export function keepApplication(slug: string, applied: Applied): boolean {
  try {
    localStorage.setItem(keyOf(slug), JSON.stringify(applied));
    return true;
  } catch {
    return false;
  }
}

export function forgetApplication(slug: string): void {
  try { localStorage.removeItem(keyOf(slug)); } catch { /* nothing was kept */ }
}

/** `null`: nobody registers here. @throws NoAnswer, RefusedRequest */
export async function openOffer(dialogueId: string): Promise<Offer | null> {
  const offer = await requestJson<Offer>(`/api/dialogues/${dialogueId}/registration`);
  return offer.groups.length === 0 && !offer.byCode ? null : offer;
}

export interface Form { name: string; organisation: string; groupId: string | null; openCode: string | null; language: Lang; given: Record<string, boolean> }

/** Makes the code of a new seat on this phone; the server will get the hash of its key alone. */
export async function fillForm(door: DialogueDoor, form: Form): Promise<Applied> {
  const { authKeyHash, authKeyOf, newCode, secretOf } = await import('@tegerek/ballot');
  const code = newCode((bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
  const seatId = newId();
  const payload = { ...form, seatId, authKeyHash: authKeyHash(authKeyOf(await secretOf(code, door.id), door.id)) };
  return { envelopeId: newId(), seatId, code, name: form.name, payload, isReceived: false };
}

interface Answer { ok: boolean; code?: string; retryAfterMs?: number; result?: { status: 'waiting' | 'seated' }; path?: string; details?: Record<string, unknown> }

/** Sends the same request, with the same id, until it is answered; a busy server is asked again when it says so. @throws NoAnswer, RefusedRequest */
export async function sendApplication(dialogueId: string, { envelopeId, payload }: Applied): Promise<'waiting' | 'seated'> {
  for (;;) {
    const { status, body } = await exchange('/api/commands/seat.register', postJson({ id: envelopeId, name: 'seat.register', space: dialogueId, payload }), 15_000);
    const answer = body as Answer;
    if (answer.ok && answer.result !== undefined) return answer.result.status;
    if (answer.retryAfterMs === undefined) throw answer.code === undefined || status >= 500 ? new NoAnswer(`HTTP ${status}`) : new RefusedRequest(answer.code as RefusedRequest['code'], status, answer.details, answer.path);
    const { retryAfterMs } = answer;
    await new Promise((resolve) => { setTimeout(resolve, retryAfterMs * (1 + Math.random())); });
  }
}

/** What became of it. @throws NoAnswer, RefusedRequest */
export const standingOf = (dialogueId: string, seatId: string): Promise<Standing> => requestJson(`/api/dialogues/${dialogueId}/applicants/${seatId}`);
