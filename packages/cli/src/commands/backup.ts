import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeBackup } from '../backup/write-backup.js';
import type { Command } from '../command.js';
import { openInstallation } from '../installation.js';

/** Read by the organizer's «ready for tomorrow»; the ending keeps it out of archives. */
const BACKUP_MARK = 'last.backup';

export const backup: Command = {
  name: 'backup',
  summary: 'backup FILE   write database and keys of the running installation (DATABASE_URL, DATA_DIR) into one archive',
  async run(argv, io) {
    const [file] = argv;
    if (file === undefined || argv.length > 1) { io.err('usage: tegerek backup FILE\n'); return 2; }
    const out = resolve(io.cwd, file);
    if (existsSync(out)) { io.err(`${out} exists: an archive is never replaced\n`); return 2; }
    try {
      const installation = await openInstallation(process.env, io.cwd, true);
      try {
        const report = await writeBackup({ url: installation.url, dataDir: installation.dataDir, out, say: (line) => { io.err(`${line}\n`); } });
        await writeFile(join(installation.dataDir, BACKUP_MARK), `${new Date().toISOString()}\n`).catch(() => { io.err('the time of this backup could not be noted for the organizer\n'); });
        io.out(`${out}: ${report.tables} tables, ${report.rows} rows, ${report.files} files, ${report.bytes} bytes\n`);
        return 0;
      } finally { await installation.close(); }
    } catch (error) {
      io.err(`no backup was written: ${error instanceof Error ? error.message : String(error)}\n`);
      return 1;
    }
  },
};
