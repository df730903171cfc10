// A dialogue of many proposals with many versions each, written by its ordinary commands, and what reading it costs.
import { randomUUID } from 'node:crypto';
import { entriesAfter } from '../../apps/api/dist/platform/log/log.store.js';
import { applyEntries, emptySnapshot, Replica } from '../../packages/replica/dist/index.js';
import { quantile } from '../lib/stats.mjs';
import { Texts } from './texts.mjs';

const PAGE = 500;

/** Writes on until each of the hall's seats has a proposal of `versions` further versions. @returns seconds */
export async function write(world, hall, versions) {
  const texts = (hall.texts ??= new Texts(7));
  const server = world.server('write', { isUnhurried: true });
  await server.ready;
  const everyone = async (name, payload, expect) => {
    const replies = await Promise.all(hall.seatIds.map((seatId, i) => server.call('execute', { actor: { kind: 'seat', seatId }, space: hall.space, name, payload: payload(i), ...(expect ? { expect: expect(i) } : {}) })));
    const refused = replies.find((reply) => !reply.ok);
    if (refused) throw new Error(`${name}: ${JSON.stringify(refused)}`);
  };
  const at = performance.now();
  if (!hall.proposals) {
    hall.proposals = hall.seatIds.map((_, i) => ({ proposalId: randomUUID(), rev: 1, text: texts.text(700), title: `Предложение ${i + 1}` }));
    await everyone('proposal.submit', (i) => ({
      proposalId: hall.proposals[i].proposalId, panelId: hall.panels[1], language: 'ru', fromQuestion: null,
      fields: { title: hall.proposals[i].title, text: hall.proposals[i].text, addressee: 'Министерство', responsible: 'Отдел', deadline: '1 июля 2027', indicator: 'доля', region: 'Чүй' },
    }));
  }
  for (let k = 0; k < versions; k++) {
    for (const proposal of hall.proposals) proposal.text = texts.edited(proposal.text);
    await everyone('proposal.edit', (i) => ({ proposalId: hall.proposals[i].proposalId, fields: { text: hall.proposals[i].text } }), (i) => ({ rev: hall.proposals[i].rev }));
    for (const proposal of hall.proposals) proposal.rev++;
  }
  await server.stop();
  return (performance.now() - at) / 1e3;
}

const since = async (one) => {
  const at = performance.now();
  const result = await one();
  return { ms: performance.now() - at, result };
};

const row = (what, value, floor, goal) => ({ what, ms: value, ...(floor === undefined ? { floor: '', ratio: '' } : { floor, ratio: value / floor }), ...(goal ? { goal: `≤ ${goal} ms`, '': value <= goal ? 'met' : 'MISSED' } : {}) });

/** A server that was just started, and what it answers first and later. Floor of the first join: the same entries read once and parsed. */
export async function reading(world, hall, { times }) {
  const server = world.server('read');
  const { port } = await server.ready;
  const get = async (path, cookie) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/dialogues/${hall.space}/${path}`, { headers: { Cookie: cookie } });
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.text();
  };
  const many = async (one) => {
    const took = [];
    for (let k = 0; k < times; k++) took.push((await since(() => one(k))).ms);
    return quantile(took, 0.5);
  };
  const panels = hall.panels.join(',');
  const head = await world.head(hall);
  await server.call('begin');
  const firstStaff = await since(() => get(`entries?as=facilitator&panels=${panels}`, hall.moderatorCookie));
  const firstSeat = await since(() => get(`entries?panels=${panels}`, hall.cookies[0]));
  const firstCpu = (await server.call('end')) * 1e3;
  if (JSON.parse(firstStaff.result).head.seq !== head) throw new Error(`the first join is at ${JSON.parse(firstStaff.result).head.seq}, not at ${head}`);
  const again = await many(() => get(`entries?as=facilitator&panels=${panels}`, hall.moderatorCookie));
  const slicePath = `slices/${['core', ...hall.panels.map((id) => `panel-${id}`)].join(',')}?at=${head}`;
  const slice = await since(() => get(slicePath, hall.moderatorCookie));
  const text = slice.result;
  const parsed = await many(() => JSON.parse(text));
  const { proposalId, rev } = hall.proposals[3];
  const revisions = `proposals/${proposalId}/revisions`;
  const list = await many(() => get(revisions, hall.moderatorCookie));
  if (JSON.parse(await get(revisions, hall.moderatorCookie)).revisions.length !== rev) throw new Error('revisions are missing');
  const two = await many((k) => Promise.all([get(`${revisions}/${1 + (k % rev)}`, hall.moderatorCookie), get(`${revisions}/${rev}`, hall.moderatorCookie)]));
  const bare = await many(() => world.client.query('SELECT rev, at, by_seat, fields FROM proposals.revision WHERE space = $1 AND proposal_id = $2', [hall.space, proposalId]));
  await server.stop();
  const entries = await everyEntry(world, hall);
  const snapshot = await since(() => applyEntries(emptySnapshot(hall.space), entries.result));
  if (JSON.stringify(snapshot.result.core.panels) !== JSON.stringify(JSON.parse(text).snapshot.core.panels)) throw new Error('another fold than the server\'s');
  const replica = new Replica(hall.space, { ...JSON.parse(text), seq: head - 200 });
  const resumed = await since(() => replica.receive(entries.result.slice(-200)));
  const n = head.toLocaleString('en');
  return [
    row(`${n} entries: the first join after a restart (moderator)`, firstStaff.ms, entries.ms, 2_000 * Math.max(1, head / 10_000)),
    row(`${n} entries: the next audience's first join (participant)`, firstSeat.ms, entries.ms),
    row(`${n} entries: server CPU of both`, firstCpu),
    row(`${n} entries: every later join`, again, parsed),
    row(`${n} entries: folded in memory, without reading`, snapshot.ms, entries.ms),
    row(`slice of ${Math.round(Buffer.byteLength(text) / 1024)} KiB: built, compressed and fetched`, slice.ms, parsed),
    row('slice: parsed by the client', parsed),
    row('client: 200 missed entries folded', resumed.ms, parsed, 200),
    row(`history: list of ${rev} versions`, list, bare, 200),
    row('history: two versions fetched', two, bare, 200),
  ];
}

/** The same statement and pages as the server's, each body parsed once. */
function everyEntry(world, hall) {
  return since(async () => {
    const entries = [];
    for (let page = [null]; page.length > 0; entries.push(...page)) page = await entriesAfter(async (sql, values) => (await world.client.query(sql, values)).rows, hall.space, entries.at(-1)?.seq ?? 0, PAGE);
    return entries.map((entry) => ({ ...entry, seq: Number(entry.seq), at: Number(entry.at) }));
  });
}
