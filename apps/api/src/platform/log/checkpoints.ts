import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { formatVerifier, signCheckpoint, type SignerKey, type VerifierKey } from '@tegerek/ballot/signed-note';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import { LOGGER } from '../errors/logger.js';
import { Bell } from './bell.js';
import { readSignerKey } from './checkpoint-key.js';

/** Entries after which a checkpoint is due, and how long a log may go on without one. */
const ENTRIES = 64;
const AGE_MS = 30_000;
/** Rings of one space in this time are looked at once. */
const GATHER_MS = 500;

/** What is worth a checkpoint of its own. The bodies are canonical JSON, so this text stands in no other place of one. */
const DECISIVE = String.raw`"type":"(vote\.opened|vote\.closed|dialogue\.closed|resolution\.published)"`;

const STANDING = `
  SELECT h.seq, h.hash, coalesce(c.seq, 0)::bigint AS noted,
    EXISTS (SELECT 1 FROM log.payload p WHERE p.log_id = h.log_id AND p.seq > coalesce(c.seq, 0) AND p.body ~ $2) AS "isDecisive"
  FROM log.head h LEFT JOIN LATERAL (SELECT seq FROM log.checkpoint c WHERE c.log_id = h.log_id ORDER BY seq DESC LIMIT 1) c ON true WHERE h.log_id = $1`;

const BEHIND = 'SELECT log_id AS space FROM log.head h WHERE seq > coalesce((SELECT max(seq) FROM log.checkpoint c WHERE c.log_id = h.log_id), 0)';

interface Standing {
  seq: number;
  hash: string;
  noted: number;
  isDecisive: boolean;
}

export interface StoredNote {
  seq: number;
  note: string;
}

/**
 * Signs where a log stands (C2SP signed notes; docs/verification.md «Checkpoints») with a key that the database does not hold: after a vote
 * opened or closed, every 64 entries, after half a minute, and when a bundle is made.
 */
@Injectable()
export class Checkpoints implements OnApplicationBootstrap, OnModuleDestroy {
  #signer: SignerKey | undefined;
  readonly #gathering = new Map<string, NodeJS.Timeout>();
  readonly #later = new Map<string, NodeJS.Timeout>();
  readonly #running = new Set<Promise<void>>();
  #isStopped = false;

  constructor(private readonly database: DataSource, private readonly bell: Bell, @Inject(CONFIG) private readonly config: Config, @Inject(LOGGER) private readonly logger: Logger) {}

  async onApplicationBootstrap(): Promise<void> {
    this.#signer = await readSignerKey(this.config.logKeyFile ?? join(this.config.dataDir, 'log-key'), hostOf(this.config.publicUrl));
    await this.database.query('INSERT INTO log.verifier_key (vkey) VALUES ($1) ON CONFLICT DO NOTHING', [formatVerifier(this.#signer)]);
    this.bell.onRing((space) => this.#gather(space));
    // what an earlier run committed and did not get to sign
    const behind: { space: string }[] = await this.database.query(BEHIND);
    for (const { space } of behind) this.#start(space, true);
  }

  /** The key by which this node signs. */
  get key(): VerifierKey {
    if (!this.#signer) throw new Error('the server has not started');
    return this.#signer;
  }

  /** Every key that signed here, oldest first: `name+id+base64`. */
  async keys(): Promise<string[]> {
    const rows: { vkey: string }[] = await this.database.query('SELECT vkey FROM log.verifier_key ORDER BY since, vkey');
    return rows.map(({ vkey }) => vkey);
  }

  /** The note for one place of a log, stored once: a second one for the same place changes nothing. */
  async note(space: string, { seq, hash }: { seq: number; hash: string }): Promise<string> {
    if (!this.#signer) throw new Error('the server has not started');
    const note = signCheckpoint({ log: space, seq, hash }, this.#signer);
    await this.database.query('INSERT INTO log.checkpoint (log_id, seq, note) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [space, seq, note]);
    return note;
  }

  #gather(space: string): void {
    if (this.#isStopped || this.#gathering.has(space)) return;
    this.#gathering.set(space, setTimeout(() => { this.#gathering.delete(space); this.#start(space, false); }, GATHER_MS).unref());
  }

  #start(space: string, isDue: boolean): void {
    const run = this.#look(space, isDue).catch((error: unknown) => this.logger.warn({ error: error instanceof Error ? error.message : '' }, 'no checkpoint was made'));
    this.#running.add(run);
    void run.finally(() => this.#running.delete(run));
  }

  async #look(space: string, isDue: boolean): Promise<void> {
    const [standing]: Standing[] = await this.database.query(STANDING, [space, DECISIVE]);
    if (!standing || standing.seq <= standing.noted) return;
    if (isDue || standing.isDecisive || standing.seq - standing.noted >= ENTRIES) {
      clearTimeout(this.#later.get(space));
      this.#later.delete(space);
      await this.note(space, standing);
    } else if (!this.#isStopped && !this.#later.has(space)) {
      this.#later.set(space, setTimeout(() => { this.#later.delete(space); this.#start(space, true); }, AGE_MS).unref());
    }
  }

  async onModuleDestroy(): Promise<void> {
    this.#isStopped = true;
    for (const timer of [...this.#gathering.values(), ...this.#later.values()]) clearTimeout(timer);
    await Promise.all(this.#running);
  }
}

/** A key's name has no blank and no «+». */
const hostOf = (publicUrl: string | undefined): string => (publicUrl === undefined ? 'tegerek' : new URL(publicUrl).host.replaceAll(/[^A-Za-z0-9.:-]/gu, ''));
