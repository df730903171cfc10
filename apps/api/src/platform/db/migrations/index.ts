import type { MigrationInterface } from 'typeorm';
import { Votes0010 } from './0010-votes.js';
import { Proposals0011 } from './0011-proposals.js';
import { Resolutions0012 } from './0012-resolutions.js';

/** Forward-only, in the order of their numbers; TypeORM sorts by the number at the end of each name. */
export const MIGRATIONS: (new () => MigrationInterface)[] = [
  Votes0010,
  Proposals0011,
  Resolutions0012,
];
