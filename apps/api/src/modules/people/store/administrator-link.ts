import { INSTANCE_SPACE } from '@tegerek/contracts';
import type { DataSource } from 'typeorm';
import { newId, newToken, tokenHash } from '../../../platform/sessions/secrets.js';

export const hasAccount = async (db: DataSource): Promise<boolean> => ((await db.query('SELECT 1 FROM people.account LIMIT 1')) as unknown[]).length > 0;

/**
 * A one-time link's token that makes an administrator; earlier unused ones of the kind end. Only its hash is stored, so
 * show it at once: it cannot be read again.
 */
export async function newAdministratorLink(db: DataSource): Promise<string> {
  const token = newToken();
  await db.transaction(async (manager) => {
    await manager.query('DELETE FROM people.invitation WHERE administrator AND used_by IS NULL');
    await manager.query('INSERT INTO people.invitation (id, space, token_hash, administrator) VALUES ($1, $2, $3, true)', [newId(), INSTANCE_SPACE, tokenHash(token)]);
  });
  return token;
}

/** Where the link leads; the token stays in the fragment, which no server and no log sees. */
export const registerPath = (token: string): string => `/organizer#${token}`;
