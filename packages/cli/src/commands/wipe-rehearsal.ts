import pg from 'pg';
import type { Command } from '../command.js';
import { openInstallation } from '../installation.js';
import { wipeRehearsal } from '../wipe/wipe-rehearsal.js';

/** Exit 0 wiped · 1 no such rehearsal, or the database refused · 2 wrong use. */
export const wipe: Command = {
  name: 'wipe-rehearsal',
  summary: 'wipe-rehearsal NAME   delete a rehearsal with everything in it; a real dialogue is never deleted (DATABASE_URL, DATA_DIR)',
  async run(argv, io) {
    const [slug] = argv;
    if (slug === undefined || argv.length > 1 || slug.startsWith('-')) { io.err('usage: tegerek wipe-rehearsal NAME   (the last part of its address /j/NAME)\n'); return 2; }
    try {
      const installation = await openInstallation(process.env, io.cwd, true);
      const client = new pg.Client({ connectionString: installation.url });
      client.on('error', () => undefined);
      try {
        await client.connect();
        const wiped = await wipeRehearsal(client, slug);
        if (wiped === undefined) { io.err(`there is no rehearsal named ${slug}\n`); return 1; }
        io.out(`wiped «${wiped.title}»: ${wiped.entries} entries, ${wiped.rows} rows. A running server lets its pages go within a second.\n`);
        return 0;
      } finally {
        await client.end();
        await installation.close();
      }
    } catch (error) {
      io.err(`nothing was wiped: ${error instanceof Error ? error.message : String(error)}\n`);
      return 1;
    }
  },
};
