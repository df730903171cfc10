// All clients of a run in one process: sockets of the real server (Socket.IO) or of a floor (bare ws).
import { randomUUID } from 'node:crypto';
import net from 'node:net';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { PROTOCOL } from '@tegerek/contracts';
import { serve } from '../lib/child.mjs';
import { LightSocket, LightSocketIo } from '../lib/light-client.mjs';
import { monoMs, pooled, quantile, sleep } from '../lib/stats.mjs';
import { SINGLE } from './batcher.mjs';
import { Screens } from './screens.mjs';
import { Watch } from './watch.mjs';

const AT_ONCE = 100;
const LIMIT_MS = 300_000;

let hall;
let sockets = [];
let moderator;
/** What arrives at a socket goes here: `event(i, bytes, start, end)` and `answer(i, bytes, start, end)`. */
let onEvent = () => undefined;
let onAnswer = () => undefined;

const OK = Buffer.from('"ok":true');
const isOk = (bytes, start, end) => bytes.subarray(start, Math.min(end, start + 60)).includes(OK);

/** Opens socket `i`; a floor's frames without an `ok` are events. */
function open({ kind, port }, cookie, i) {
  return new Promise((resolve, reject) => {
    const fail = (error) => reject(error ?? new Error('closed'));
    const isAnswer = (bytes, start) => bytes[start + 2] === 0x6f;
    if (kind === 'ws') {
      const socket = new LightSocket({
        port, headers: { 'x-seat': hall.seatIds[i] ?? '' }, onClose: fail, onOpen: () => resolve(socket),
        onFrame: (bytes, start, end) => (isAnswer(bytes, start) ? onAnswer : onEvent)(i, bytes, start, end),
      });
    } else {
      const socket = new LightSocketIo({
        port, headers: { Cookie: cookie }, onClose: fail, onConnect: () => resolve(socket), onEvent: (bytes, start, end) => onEvent(i, bytes, start, end), onAck: (id, bytes, start, end) => onAnswer(i, bytes, start, end),
      });
    }
  });
}

const answerOf = (socket, event, input) => {
  const previous = onAnswer;
  return new Promise((resolve) => {
    onAnswer = (i, bytes, start, end) => { onAnswer = previous; resolve(JSON.parse(bytes.toString('utf8', start, end))[0]); };
    socket.emit(event, JSON.stringify(input));
  });
};
const joinOf = (more = {}) => ({ space: hall.space, as: 'seat', protocol: PROTOCOL, panels: hall.panels, ...more });

/** Every socket sends `text(i)`; resolves when each has an answer. @throws when one is refused or something is missing after a while */
function everyone(send) {
  return new Promise((resolve, reject) => {
    let left = sockets.length;
    const limit = setTimeout(() => reject(new Error(`${left} answers missing`)), LIMIT_MS);
    onAnswer = (i, bytes, start, end) => {
      if (!isOk(bytes, start, end)) reject(new Error(bytes.toString('utf8', start, Math.min(end, start + 300))));
      else if (--left === 0) {
        clearTimeout(limit);
        resolve();
      }
    };
    sockets.forEach((socket, i) => send(socket, i));
  });
}

async function connect({ kind, port, n, withModerator = false }) {
  sockets = new Array(n);
  await pooled(n, AT_ONCE, async (i) => { sockets[i] = await open({ kind, port }, hall.cookies[i], i); });
  if (kind !== 'tegerek') return;
  const join = JSON.stringify(joinOf());
  await everyone((socket) => socket.emit('join', join));
  if (withModerator) await connectModerator({ port });
}

async function connectModerator({ port }) {
  moderator = await open({ kind: 'tegerek', port }, hall.moderatorCookie, -1);
  await answerOf(moderator, 'join', joinOf());
}

const envelope = (name, payload) => ({ id: randomUUID(), name, space: hall.space, payload });

/** The n-th act of a socket in a closed loop, as the message that it sends. */
const ACTS = {
  ballot: (socket, i, k, rev) => socket.emit('press', JSON.stringify(envelope('ballot.cast', { object: hall.voteId, rev: rev + k, choice: k % 2 === 0 ? 'yes' : 'no' }))),
  floorBallot: (socket, i, k, rev) => socket.send(JSON.stringify(envelope('ballot.cast', { object: hall.voteId, rev: rev + k, choice: k % 2 === 0 ? 'yes' : 'no' }))),
  consent: (socket, i, k) => socket.emit('command', JSON.stringify(envelope('consent.set', { given: { notice: k % 2 === 0 } }))),
  hand: (socket, i, k) => {
    if (k % 2 === 1) socket.handId = randomUUID();
    socket.emit('command', JSON.stringify(k % 2 === 1 ? envelope('hand.raise', { handId: socket.handId, panelId: hall.panels[1], kind: 'reply' }) : envelope('hand.lower', { handId: socket.handId })));
  },
};

Object.assign(ACTS, {
  lower: (socket) => socket.emit('command', JSON.stringify(envelope('hand.lower', { handId: socket.handId }))),
  support: (socket, i, k, rev) => socket.emit('press', JSON.stringify(envelope('question.support', { object: hall.questionId, rev: rev + k, choice: k % 2 === 0 }))),
  floorHand: (socket, i, k) => socket.send(JSON.stringify(envelope('ballot.cast', { object: hall.floorHands, rev: k, choice: 'yes' }))),
  floorSupport: (socket, i, k) => socket.send(JSON.stringify(envelope('ballot.cast', { object: hall.voteId, rev: k, choice: 'yes' }))),
});

/** Every socket acts `times` times, each act as soon as the last one was answered. @returns acts, seconds, latencies in ms */
function loop({ act, times, rev = 0 }) {
  return new Promise((resolve, reject) => {
    const [done, sentAt] = [new Uint32Array(sockets.length), new Float64Array(sockets.length)];
    const latencies = [];
    let [left, events] = [sockets.length, 0];
    const startAt = monoMs();
    const limit = setTimeout(() => reject(new Error(`${left} sockets are not through`)), LIMIT_MS);
    const send = (i) => {
      sentAt[i] = monoMs();
      ACTS[act](sockets[i], i, done[i] + 1, rev);
    };
    onEvent = () => { events++; };
    onAnswer = (i, bytes, start, end) => {
      if (!isOk(bytes, start, end)) return reject(new Error(bytes.toString('utf8', start, Math.min(end, start + 300))));
      latencies.push(monoMs() - sentAt[i]);
      done[i]++;
      if (done[i] < times) send(i);
      else if (--left === 0) {
        clearTimeout(limit);
        resolve({ acts: latencies.length, seconds: (monoMs() - startAt) / 1e3, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), events });
      }
    };
    for (let i = 0; i < sockets.length; i++) send(i);
  });
}

/**
 * Each socket makes each of `acts` once, evenly over `overMs` and whatever is answered, while every screen is watched until it shows `seq` and `count`.
 * @returns latencies in ms, and the ms from the last act to the moment when all screens agree
 */
async function pressure({ acts, overMs, rev, until }) {
  const screens = new Screens(sockets.length, hall.questionId, until);
  const [waiting, latencies] = [sockets.map(() => []), []];
  let refused;
  onEvent = (i, bytes, start, end) => screens.take(i, bytes, start, end);
  onAnswer = (i, bytes, start, end) => {
    if (!isOk(bytes, start, end)) refused ??= bytes.toString('utf8', start, Math.min(end, start + 300));
    latencies.push(monoMs() - waiting[i].shift());
  };
  const startAt = monoMs();
  const total = sockets.length * acts.length;
  for (let k = 0; k < total; k++) {
    const dueAt = startAt + (k * overMs) / total;
    if (dueAt - monoMs() > 1) await sleep(dueAt - monoMs());
    const [i, { act, times }] = [Math.floor(k / acts.length), acts[k % acts.length]];
    waiting[i].push(monoMs());
    ACTS[act](sockets[i], i, times, rev);
  }
  const sentAt = monoMs();
  const agreedAt = await screens.agreed(LIMIT_MS);
  while (latencies.length < total && !refused && monoMs() < sentAt + LIMIT_MS) await sleep(5);
  if (refused || latencies.length < total) throw new Error(refused ?? `${total - latencies.length} answers missing`);
  return { p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95), p99: quantile(latencies, 0.99), agreedMs: agreedAt - sentAt, sendingMs: sentAt - startAt };
}

/** The moderator shows texts on the screen, `gapMs` apart (0: each after the last one's answer). @returns when each was sent */
async function show({ n, gapMs }) {
  const sentAt = [];
  const startAt = monoMs();
  for (let k = 0; k < n; k++) {
    const waitMs = startAt + k * gapMs - monoMs();
    if (waitMs > 0.5) await sleep(waitMs);
    sentAt.push(monoMs());
    const reply = await answerOf(moderator, 'command', envelope('screen.show', { panelId: hall.panels[1], view: { kind: 'text', text: { ru: TEXT } } }));
    if (!reply.ok) throw new Error(JSON.stringify(reply));
  }
  return { sentAt };
}
const TEXT = 'Should night buses be paid for by the region? '.repeat(2);

/** One socket after another acts once and waits for its answer; nothing else happens. @returns latencies in ms */
async function alone({ act, n, rev }) {
  const latencies = [];
  for (let k = 0; k < n; k++) {
    const i = k % sockets.length;
    const sentAt = monoMs();
    await new Promise((resolve, reject) => {
      onAnswer = (_, bytes, start, end) => (isOk(bytes, start, end) ? resolve() : reject(new Error(bytes.toString('utf8', start, end))));
      ACTS[act](sockets[i], i, Math.floor(k / sockets.length) + 1, rev);
    });
    latencies.push(monoMs() - sentAt);
    await sleep(2);
  }
  return { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}

/** Single commits of one row on one connection. */
async function singleCommits({ databaseUrl, n }) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const latencies = [];
  for (let k = 0; k < n; k++) {
    const sentAt = monoMs();
    await client.query({ ...SINGLE, values: [hall.voteId, hall.seatIds[k % hall.seatIds.length], '"yes"'] });
    latencies.push(monoMs() - sentAt);
    await sleep(2);
  }
  await client.end();
  return { p50: quantile(latencies, 0.5) };
}

/** A GET on a connection of its own. @returns the parsed body */
function get(port, path, cookie) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    const socket = net.connect({ port, host: '127.0.0.1' }, () => socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n`));
    socket.on('data', (chunk) => chunks.push(chunk)).on('error', reject).on('close', () => {
      const bytes = Buffer.concat(chunks);
      const headEnd = bytes.indexOf('\r\n\r\n');
      if (bytes.toString('latin1', 9, 12) === '200') resolve(bytes.subarray(headEnd + 4));
      else reject(new Error(bytes.toString('latin1', 0, 300)));
    });
  });
}

/**
 * Everybody comes at once, at most 500 handshakes in flight: connect, join (from `place`, or for a snapshot that is then fetched), and be at
 * the head. @returns ms until all were served, and bytes received per client
 */
async function storm({ kind, port, n, place }) {
  sockets = new Array(n);
  let bytes = 0;
  let snapshot;
  const startAt = monoMs();
  await pooled(n, 500, async (i) => {
    const cookie = hall.cookies[i];
    if (kind === 'ws') {
      await new Promise((resolve, reject) => {
        sockets[i] = new LightSocket({ port, onClose: (error) => reject(error ?? new Error('closed')), onFrame: () => resolve() });
      });
    } else if (kind === 'io') {
      await new Promise((resolve, reject) => {
        sockets[i] = new LightSocketIo({ port, onClose: (error) => reject(error ?? new Error('closed')), onEvent: () => resolve() });
      });
    } else {
      const reply = await joined(port, cookie, i, place);
      if (place ? reply.lacks : !reply.url) throw new Error(`join: ${reply.text}`);
      if (reply.url) {
        snapshot = await get(port, reply.url, cookie);
        bytes += snapshot.length;
      }
    }
    bytes += sockets[i].bytesIn;
  });
  const ms = monoMs() - startAt;
  return { ms, bytesPerClient: bytes / n, snapshotBytes: snapshot ? gunzipSync(snapshot).length : 0 };
}

/** A new socket that has joined; the answer is looked at as bytes, since parsing thousands of them would measure this process. */
function joined(port, cookie, i, place) {
  return new Promise((resolve, reject) => {
    sockets[i] = new LightSocketIo({
      port, headers: { Cookie: cookie }, onClose: (error) => reject(error ?? new Error('closed')),
      auth: JSON.stringify({ join: joinOf(place ? place.at : {}) }),
      onEvent: (bytes, start, end) => {
        const text = bytes.toString('latin1', start, end);
        resolve({ text: text.slice(0, 300), lacks: !text.includes('"runs":[') || !text.includes(`"seq":${place?.headSeq ?? 0},`) || !text.includes('"me":{'), url: /"url":"([^"]+)"/u.exec(text)?.[1] });
      },
    });
  });
}

let watch;
serve({
  hall: (given) => { hall = given; },
  connect, connectModerator,
  loop, alone, singleCommits, storm, show, pressure,
  /** Where the log stands, as a place to resume from. */
  place: async ({ port }) => {
    const socket = await open({ kind: 'tegerek', port }, hall.cookies[0], 0);
    const { epoch, rights, head } = await answerOf(socket, 'join', joinOf());
    socket.destroy();
    return { epoch, rights, lastSeq: head.seq, lastHash: head.hash };
  },
  watch: ({ from }) => {
    watch = new Watch(sockets.length, from);
    onEvent = (i, bytes, start, end) => watch.take(i, bytes, start, end);
  },
  watched: ({ to }) => watch.until(to, LIMIT_MS),
  disconnect: () => {
    for (const socket of [...sockets, ...(moderator ? [moderator] : [])]) socket.destroy();
    [sockets, moderator, onAnswer, onEvent] = [[], undefined, () => undefined, () => undefined];
  },
});
