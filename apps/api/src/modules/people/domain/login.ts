import { LIMITS, type Refusal } from '@tegerek/contracts';

/** Logins are compared without regard to case. */
export const normalLogin = (login: string): string => login.normalize('NFC').trim().toLowerCase();

/** Only a length is asked for; counted in code points. */
export function checkPassword(password: string): Refusal | null {
  return [...password].length < LIMITS.passwordMin ? { code: 'password.too-short', path: 'password', details: { min: LIMITS.passwordMin } } : null;
}
