import { authKeyHash, authKeyOf, newCode, secretOf } from '@tegerek/ballot';

/** The organizer comes in by account; the code that the seat must have is made, hashed and forgotten. A new one can be issued any time. */
export async function bornHash(dialogueId: string): Promise<string> {
  const code = newCode((bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
  return authKeyHash(authKeyOf(await secretOf(code, dialogueId), dialogueId));
}
