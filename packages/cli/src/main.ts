#!/usr/bin/env node
import { backup } from './commands/backup.js';
import { cases } from './commands/cases.js';
import { organizerLink } from './commands/organizer-link.js';
import { convert } from './commands/convert.js';
import { tally } from './commands/tally.js';
import { restore } from './commands/restore.js';
import { verify } from './commands/verify.js';
import { wipe } from './commands/wipe-rehearsal.js';
import type { Command, Io } from './command.js';
import { dispatch } from './dispatch.js';

/** Every subcommand: one file of `commands/` each. */
const COMMANDS: readonly Command[] = [tally, convert, cases, backup, restore, organizerLink, verify, wipe];

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
};

process.exitCode = await dispatch(COMMANDS, process.argv.slice(2), io);
