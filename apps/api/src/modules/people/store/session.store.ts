import { Injectable } from '@nestjs/common';
import type { Role } from '@tegerek/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/commands/actor.js';
import { SESSION_MS } from '../../../platform/sessions/cookies.js';
import { read } from '../../../platform/db/statement.js';
import { Gather } from '../../../platform/slices/gather.js';
import { isPassword, newId, newToken, tokenHash } from '../../../platform/sessions/secrets.js';
import { Sessions, type SessionSummary } from '../../../platform/sessions/sessions.js';
import { authKeyHash } from '../codes.js';
import { formerCodeId } from './former-code.row.js';
import { normalLogin } from '../domain/login.js';

interface Standing {
  accountId: string | null;
  seatId: string | null;
  roles: Role[] | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

@Injectable()
export class SessionStore extends Sessions {
  constructor(private readonly db: DataSource) {
    super();
  }

  async resolveActor(token: string | undefined, space: string): Promise<Actor> {
    const standing = await this.#standing(token, space);
    if (standing?.seatId) return { kind: 'seat', seatId: standing.seatId };
    return standing?.accountId ? { kind: 'account', accountId: standing.accountId } : { kind: 'anonymous' };
  }

  async seatIn(token: string | undefined, space: string) {
    const standing = await this.#standing(token, space);
    return standing?.seatId ? { seatId: standing.seatId, roles: standing.roles ?? [] } : undefined;
  }

  async openSeat(token: string | undefined, dialogueId: string, authKey: string) {
    const hash = authKeyHash(authKey);
    const seats: { id: string; revoked: boolean }[] = await this.db.query('SELECT id, revoked FROM people.seat WHERE space = $1 AND auth_key_hash = $2', [dialogueId, hash]);
    const [seat] = seats;
    if (!seat) return this.#formerly(dialogueId, hash);
    if (seat.revoked) return 'revoked';
    const session = (await this.#renew(token)) ?? (await this.#create(null));
    await this.db.query(
      `INSERT INTO people.session_seat (session_id, space, seat_id, auth_key_hash) VALUES ($1, $2, $3, $4)
       ON CONFLICT (session_id, space) DO UPDATE SET seat_id = excluded.seat_id, auth_key_hash = excluded.auth_key_hash`,
      [session.id, dialogueId, seat.id, hash],
    );
    await this.#devicesChanged(dialogueId, seat.id);
    return { token: session.token, seatId: seat.id };
  }

  /** Of a code that opens nothing any more; whose it was is not said. An erased person's code is unknown. */
  async #formerly(dialogueId: string, hash: string): Promise<'revoked' | 'replaced' | undefined> {
    const [seat]: { revoked: boolean }[] = await this.db.query(
      'SELECT t.revoked FROM people.former_code f JOIN people.seat t ON t.id = f.seat_id AND t.auth_key_hash IS NOT NULL WHERE f.id = $1', [formerCodeId(dialogueId, hash)],
    );
    return seat && (seat.revoked ? 'revoked' : 'replaced');
  }

  async devicesIn(dialogueId: string, exceptToken: string | undefined): Promise<number> {
    const rows: { n: number }[] = await this.db.query(
      `SELECT count(*)::int AS n FROM people.session_seat o JOIN people.session s ON s.id = o.session_id AND s.expires_at > $3 AND s.token_hash <> $2
       JOIN people.seat t ON t.id = o.seat_id AND t.auth_key_hash = o.auth_key_hash AND NOT t.revoked WHERE o.space = $1`,
      [dialogueId, exceptToken === undefined ? '' : tokenHash(exceptToken), Date.now()],
    );
    return rows[0]?.n ?? 0;
  }

  async signIn(token: string | undefined, login: string, password: string) {
    const rows: { id: string; passwordHash: string }[] = await this.db.query('SELECT id, password_hash AS "passwordHash" FROM people.account WHERE login = $1', [normalLogin(login)]);
    const account = rows[0];
    const isRight = await isPassword(account?.passwordHash, password);
    if (!account || !isRight) return undefined;
    const session = await this.#create(account.id);
    // the seats that were open stay open, but never one beside the account's own; the old token ends
    const old = await this.#alive(token);
    if (old) {
      await this.db.query(
        `UPDATE people.session_seat SET session_id = $1 WHERE session_id = $2 AND space NOT IN (SELECT space FROM people.account_seat WHERE account_id = $3)`,
        [session.id, old.id, account.id],
      );
      await this.signOut(old.token);
    }
    return { token: session.token, accountId: account.id };
  }

  async signOut(token: string): Promise<void> {
    const { seats } = await this.describe(token);
    await this.db.query(
      `WITH gone AS (DELETE FROM people.session WHERE token_hash = $1 RETURNING id) DELETE FROM people.session_seat WHERE session_id IN (SELECT id FROM gone)`,
      [tokenHash(token)],
    );
    // every node closes the sockets that this session opened
    await this.db.query(`SELECT pg_notify('tegerek_session', $1)`, [tokenHash(token)]);
    for (const { dialogueId, seatId } of seats) await this.#devicesChanged(dialogueId, seatId);
  }

  /** Every device of this seat hears how many there are. */
  async #devicesChanged(space: string, seatId: string): Promise<void> {
    await this.db.query(`SELECT pg_notify('tegerek_devices', $1)`, [`${space} ${seatId}`]);
  }

  async describe(token: string | undefined): Promise<SessionSummary> {
    const session = await this.#alive(token);
    if (!session) return { seats: [] };
    const accounts: NonNullable<SessionSummary['account']>[] = await this.db.query(
      'SELECT a.id AS "accountId", a.name, a.login, a.administrator FROM people.session s JOIN people.account a ON a.id = s.account_id WHERE s.id = $1', [session.id],
    );
    const seats: SessionSummary['seats'] = await this.db.query(
      `SELECT DISTINCT ON (space) space AS "dialogueId", seat_id AS "seatId" FROM (
         SELECT o.space, o.seat_id, 1 AS rank FROM people.session_seat o JOIN people.seat t ON t.id = o.seat_id AND t.auth_key_hash = o.auth_key_hash AND NOT t.revoked WHERE o.session_id = $1
         UNION ALL
         SELECT a.space, a.id, 2 FROM people.session s JOIN people.account_seat a ON a.account_id = s.account_id JOIN people.seat t ON t.id = a.id AND NOT t.revoked WHERE s.id = $1
       ) held ORDER BY space, rank`, [session.id],
    );
    return { ...(accounts[0] ? { account: accounts[0] } : {}), seats };
  }

  async #standing(token: string | undefined, space: string): Promise<Standing | undefined> {
    // what is no id must not fail the read of the others
    return token && UUID.test(space) ? this.#standings.get({ tokenHash: tokenHash(token), space }) : undefined;
  }

  /** A seat opened by code stands before the account's own: it was opened later and on purpose. Read for all who come at once. */
  readonly #standings = new Gather<{ tokenHash: string; space: string }, Standing | undefined>(async (asked) => {
    const rows = await read<Standing & { i: number }>(this.db,
      `SELECT k.i, s.account_id AS "accountId", coalesce(t.id, u.id) AS "seatId", coalesce(t.roles, u.roles) AS roles
       FROM unnest($1::text[], $2::uuid[]) WITH ORDINALITY AS k(token_hash, space, i)
       JOIN people.session s ON s.token_hash = k.token_hash AND s.expires_at > $3
       LEFT JOIN people.session_seat o ON o.session_id = s.id AND o.space = k.space
       LEFT JOIN people.seat t ON t.id = o.seat_id AND t.auth_key_hash = o.auth_key_hash AND NOT t.revoked
       LEFT JOIN people.account_seat a ON a.account_id = s.account_id AND a.space = k.space
       LEFT JOIN people.seat u ON u.id = a.id AND NOT u.revoked`,
      [asked.map(({ tokenHash: hash }) => hash), asked.map(({ space }) => space), Date.now()],
    );
    const standings: (Standing | undefined)[] = asked.map(() => undefined);
    for (const { i, ...standing } of rows) standings[i - 1] = standing;
    return standings;
  });

  async #alive(token: string | undefined): Promise<{ id: string; token: string } | undefined> {
    if (!token) return undefined;
    const rows: { id: string }[] = await this.db.query('SELECT id FROM people.session WHERE token_hash = $1 AND expires_at > $2', [tokenHash(token), Date.now()]);
    return rows[0] && { id: rows[0].id, token };
  }

  /** The same session under a new token: one that somebody planted in this browser beforehand opens nothing. */
  async #renew(old: string | undefined): Promise<{ id: string; token: string } | undefined> {
    if (!old) return undefined;
    const [token, now] = [newToken(), Date.now()];
    const [rows]: [{ id: string }[], number] = await this.db.query('UPDATE people.session SET token_hash = $2 WHERE token_hash = $1 AND expires_at > $3 RETURNING id', [tokenHash(old), tokenHash(token), now]);
    return rows[0] && { id: rows[0].id, token };
  }

  async #create(accountId: string | null): Promise<{ id: string; token: string }> {
    const [id, token, now] = [newId(), newToken(), Date.now()];
    await this.db.query('INSERT INTO people.session (id, token_hash, account_id, expires_at) VALUES ($1, $2, $3, $4)', [id, tokenHash(token), accountId, now + SESSION_MS]);
    await this.db.query(
      `WITH gone AS (DELETE FROM people.session WHERE expires_at <= $1 RETURNING id) DELETE FROM people.session_seat WHERE session_id IN (SELECT id FROM gone)`, [now],
    );
    return { id, token };
  }
}
