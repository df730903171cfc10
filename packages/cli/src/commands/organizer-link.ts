import { randomBytes, randomUUID } from 'node:crypto';
import { sha256Hex } from '@tegerek/ballot';
import { INSTANCE_SPACE } from '@tegerek/contracts';
import pg from 'pg';
import type { Command } from '../command.js';
import { openInstallation } from '../installation.js';

const TOKEN_BYTES = 32;

/** Replaces unused administrator links by a new one; only its hash is stored, as the server does it. */
export async function makeOrganizerLink(databaseUrl: string): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('DELETE FROM people.invitation WHERE administrator AND used_by IS NULL');
    await client.query('INSERT INTO people.invitation (id, space, token_hash, administrator) VALUES ($1, $2, $3, true)', [randomUUID(), INSTANCE_SPACE, sha256Hex(token)]);
    await client.query('COMMIT');
  } finally { await client.end(); }
  return token;
}

export const organizerLink: Command = {
  name: 'organizer-link',
  summary: 'organizer-link   print a new one-time link that makes an administrator (DATABASE_URL, DATA_DIR, PUBLIC_URL)',
  async run(argv, io) {
    if (argv.length > 0) { io.err('usage: tegerek organizer-link\n'); return 2; }
    try {
      const installation = await openInstallation(process.env, io.cwd, true);
      try {
        const token = await makeOrganizerLink(installation.url);
        io.out(`${(process.env['PUBLIC_URL'] ?? '').replace(/\/$/u, '')}/organizer#${token}\n`);
        if (!process.env['PUBLIC_URL']) io.err('Put the address of the server before it. The link works once; earlier unused ones have ended.\n');
        return 0;
      } finally { await installation.close(); }
    } catch (error) {
      const isUnmigrated = (error as { code?: string }).code === '42P01';
      io.err(`no link was made: ${isUnmigrated ? 'this database holds no installation yet; start the server once' : error instanceof Error ? error.message : String(error)}\n`);
      return 1;
    }
  },
};
