import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ArchiveFault } from '../backup/archive.js';
import { readBackup } from '../backup/read-backup.js';
import type { Command } from '../command.js';
import { openInstallation } from '../installation.js';

export const restore: Command = {
  name: 'restore',
  summary: 'restore FILE  bring an archive back into an empty database and data folder (DATABASE_URL, DATA_DIR), with the server stopped',
  async run(argv, io) {
    const [file] = argv;
    if (file === undefined || argv.length > 1) { io.err('usage: tegerek restore FILE\n'); return 2; }
    const archive = resolve(io.cwd, file);
    if (!existsSync(archive)) { io.err(`${archive} does not exist\n`); return 2; }
    try {
      const installation = await openInstallation(process.env, io.cwd, false);
      try {
        const report = await readBackup({ url: installation.url, dataDir: installation.dataDir, archive, say: (line) => { io.err(`${line}\n`); } });
        io.out(`restored: ${report.tables} tables, ${report.rows} rows, ${report.files} files; the epoch of ${report.epochs} logs was raised\n`);
        return 0;
      } finally { await installation.close(); }
    } catch (error) {
      io.err(`nothing was restored: ${error instanceof Error ? error.message : String(error)}\n`);
      return error instanceof ArchiveFault ? 2 : 1;
    }
  },
};
