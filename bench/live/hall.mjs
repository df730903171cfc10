// A dialogue with as many seats as wanted, each with its own session; an open decision in the first panel and a discussion in the second.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { INSTANCE_SPACE } from '@tegerek/contracts';
import { dialogueFixture } from '../../packages/testkit/dist/index.js';

const SEATS_PER_COMMAND = 100;
const FIELDS = { title: 'Сроки ответа', text: 'Отвечать на обращения граждан за 10 рабочих дней', addressee: 'Министерство', responsible: 'Отдел обращений', deadline: '1 июля 2027', indicator: 'доля ответов в срок', region: 'Чүй' };

const seatOf = ({ seatId }) => ({ kind: 'seat', seatId });

async function give(server, actor, space, name, payload) {
  const reply = await server.call('execute', { actor, space, name, payload });
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
}

/** `server`: a Child of server.mjs; `client`: a connected pg.Client. @returns what the client process needs, as JSON */
export async function makeHall(server, client, n) {
  const fixture = dialogueFixture({ groups: 4, panels: 2, seatsPerGroup: Math.ceil(n / 4) });
  const space = fixture.dialogueId;
  const accountId = randomUUID();
  const token = await server.call('administratorLink');
  await give(server, { kind: 'anonymous' }, INSTANCE_SPACE, 'account.register', { accountId, token, name: 'Администратор', login: `admin-${accountId.slice(0, 8)}`, password: 'достаточно длинный пароль' });
  await give(server, { kind: 'account', accountId }, INSTANCE_SPACE, 'dialogue.create', fixture.create);
  const [organizer, moderator, rapporteur] = [fixture.organizer, fixture.moderator, fixture.rapporteur].map(seatOf);
  const seats = [fixture.moderator, fixture.rapporteur, fixture.observer, ...fixture.participants];
  for (let i = 0; i < seats.length; i += SEATS_PER_COMMAND) await give(server, organizer, space, 'seat.add', { seats: seats.slice(i, i + SEATS_PER_COMMAND).map((seat) => seat.setup) });
  for (const panel of fixture.panels) await give(server, organizer, space, 'panel.set', panel);
  await give(server, organizer, space, 'dialogue.open', {});
  const [first, second] = fixture.panels.map((panel) => panel.id);
  const move = (panelId, to) => give(server, moderator, space, 'panel.move-phase', { panelId, to });
  for (const panelId of [first, second]) for (const to of ['open', 'discussion']) await move(panelId, to);
  const [proposalId, voteId] = [randomUUID(), randomUUID()];
  await give(server, seatOf(fixture.participants[0]), space, 'proposal.submit', { proposalId, panelId: first, language: 'ru', fields: FIELDS, fromQuestion: null });
  await move(first, 'formulation');
  await give(server, rapporteur, space, 'proposal.take-up', { proposalId });
  await give(server, rapporteur, space, 'proposal.mark-ready', { proposalId, ready: true });
  await move(first, 'decision');
  await give(server, moderator, space, 'decision.open', { voteId, proposalId, electorate: 'entitled', rule: null, secret: false });
  await client.query(`INSERT INTO floor.vote VALUES ($1, 'open')`, [voteId]);
  const members = fixture.participants.slice(0, n);
  const cookies = await sessions(client, space, [fixture.moderator, ...members]);
  return { n, space, voteId, panels: [first, second], moderatorSeatId: fixture.moderator.seatId, moderatorCookie: cookies[0], cookies: cookies.slice(1), seatIds: members.map(({ seatId }) => seatId), rev: 0 };
}

/** A session per seat, as signing in with a code makes it. @returns `Cookie` headers */
async function sessions(client, space, seats) {
  const rows = seats.map(({ seatId, setup }) => {
    const token = randomBytes(32).toString('base64url');
    return { id: randomUUID(), token, tokenHash: createHash('sha256').update(token).digest('hex'), seatId, authKeyHash: setup.authKeyHash };
  });
  const json = JSON.stringify(rows);
  await client.query(`INSERT INTO people.session (id, token_hash, account_id, expires_at) SELECT id, "tokenHash", NULL, $2 FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, "tokenHash" text)`, [json, Date.now() + 86_400_000]);
  await client.query(`INSERT INTO people.session_seat (session_id, space, seat_id, auth_key_hash) SELECT id, $2, "seatId", "authKeyHash" FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, "seatId" uuid, "authKeyHash" text)`, [json, space]);
  return rows.map(({ token }) => `tegerek_sid=${token}`);
}
