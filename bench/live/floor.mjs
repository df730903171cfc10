// What the real server is compared with: bare ws. `fan-out` writes one ready-made frame to every socket; `votes` has the same batcher
// idea on the same Postgres; `pressure` is `votes` with a list of what was raised besides; `reconnect` writes one ready-made snapshot to whoever connects.
// `reconnect-io` is no floor but what Socket.IO alone costs, without a session, a log or a database: it tells a text of the given size to whoever connects.
import http from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';
import { commandOf } from '@tegerek/contracts';
import { childArgument, serve } from '../lib/child.mjs';
import { serverFrame } from '../lib/light-client.mjs';
import { monoMs, sleep } from '../lib/stats.mjs';
import { Batcher } from './batcher.mjs';
import { meter } from './meter.mjs';

const { scenario, databaseUrl, sample, snapshotBytes, hands, profile } = childArgument();
/** The window of a room of 500. */
const HANDS_WINDOW_MS = 50;
const server = http.createServer();
if (scenario === 'reconnect-io') {
  const told = { ok: true, runs: 'x'.repeat(snapshotBytes) };
  new Server(server, { transports: ['websocket'], serveClient: false, perMessageDeflate: false }).on('connection', (socket) => socket.emit('joined', told));
}
const sockets = new WebSocketServer(scenario === 'reconnect-io' ? { noServer: true } : { server, perMessageDeflate: false }).on('connection', (socket, request) => connected(socket, request));
const broadcast = (text) => {
  const frame = serverFrame(text);
  for (const socket of sockets.clients) socket._socket.write(frame);
};
const pool = scenario === 'votes' || scenario === 'pressure' ? new pg.Pool({ connectionString: databaseUrl, max: 1 }) : null;
const batcher = pool && new Batcher(pool);
const snapshot = scenario === 'reconnect' ? serverFrame(JSON.stringify({ event: 'snapshot', data: 'x'.repeat(snapshotBytes) })) : null;
const counters = { cast: new Set(), timer: null };
const raised = { acts: [], n: 0, timer: null };

function connected(socket, request) {
  if (snapshot) socket._socket.write(snapshot);
  if (!batcher) return;
  const seat = request.headers['x-seat'];
  socket.on('message', async (bytes) => {
    const { id, payload } = JSON.parse(bytes);
    const parsed = commandOf('ballot.cast').payload.safeParse(payload);
    const revision = parsed.success ? await batcher.cast(parsed.data.object, seat, JSON.stringify(parsed.data.choice)) : 0;
    socket.send(`{"ok":${revision > 0},"id":"${id}","revision":${revision}}`);
    if (payload.object === hands) return raise(seat, id);
    counters.cast.add(seat);
    // the windows of the real server
    counters.timer ??= setTimeout(() => { counters.timer = null; broadcast(JSON.stringify({ vote: payload.object, n: counters.cast.size })); }, sockets.clients.size > 1_000 ? 1_000 : 250);
  });
}

/** What was raised goes to everybody, with what else was raised in a window of the real server. */
function raise(seat, id) {
  raised.n++;
  raised.acts.push({ seat, id, at: Date.now() });
  raised.timer ??= setTimeout(() => {
    raised.timer = null;
    broadcast(JSON.stringify({ raised: raised.acts, to: raised.n }));
    raised.acts = [];
  }, HANDS_WINDOW_MS);
}

await new Promise((resolve) => { server.listen(0, '127.0.0.1', 4_096, resolve); });

serve({
  ...meter(profile),
  /** Emits entries `from` … `from + n - 1`, `gapMs` apart (0: one per turn of the event loop), as frames of the real server's bytes. */
  emit: async ({ from, n, gapMs }) => {
    const sentAt = [];
    const startAt = monoMs();
    for (let k = 0; k < n; k++) {
      const waitMs = startAt + k * gapMs - monoMs();
      await (waitMs > 0.5 ? sleep(waitMs) : new Promise((resolve) => { setImmediate(resolve); }));
      sentAt.push(monoMs());
      broadcast(sample.replace(/"seq":\d+/u, `"seq":${from + k}`));
    }
    return { sentAt };
  },
  stop: () => pool?.end(),
}, { port: server.address().port });
