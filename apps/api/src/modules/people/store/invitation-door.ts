import { Injectable } from '@nestjs/common';
import type { Refusal } from '@tegerek/contracts';
import { DataSource } from 'typeorm';
import { AnonymousDoor } from '../../../platform/commands/anonymous-door.js';
import type { Checked } from '../../../platform/commands/validate.js';
import { read } from '../../../platform/db/statement.js';
import { FailureBudget } from '../../../platform/sessions/failure-budget.js';
import { tokenHash } from '../../../platform/sessions/secrets.js';
import { Gather } from '../../../platform/slices/gather.js';

/** Made-up links per minute that are told at once that they are none; more are told later and later. */
const FAILURES_PER_MINUTE = 30;

/** Registration with a link that nobody ever made ends here; one that was made goes on at once, however many others come. */
@Injectable()
export class InvitationDoor extends AnonymousDoor {
  readonly #failures = new FailureBudget(FAILURES_PER_MINUTE);
  readonly #known = new Gather<string, boolean>(async (hashes) => {
    const rows = await read<{ hash: string }>(this.db, 'SELECT token_hash AS hash FROM people.invitation WHERE token_hash = ANY($1::text[])', [hashes]);
    const known = new Set(rows.map(({ hash }) => hash));
    return hashes.map((hash) => known.has(hash));
  });

  constructor(private readonly db: DataSource) {
    super();
  }

  async refusalOf({ name, payload }: Checked): Promise<Refusal | null> {
    if (name !== 'account.register') return null;
    if (await this.#known.get(tokenHash((payload as { token: string }).token))) return null;
    await this.#failures.late(name);
    return { code: 'link.used', path: 'token' };
  }
}
