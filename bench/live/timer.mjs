import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { startCuttingProxy } from '../../packages/testkit/dist/index.js';
import { Child } from '../lib/child.mjs';
import { median, sleep, table } from '../lib/stats.mjs';

const LIMIT_MS = 180_000;
const LOOKS = 20;
const EVERY_MS = 50;
/** One way in ms; `wild`: another pair for each chunk, from 50 to 500. */
const DEVICES = [
  { name: 'console, direct', as: 'facilitator', skewMs: 0 },
  { name: 'phone, direct', as: 'seat', skewMs: -3_600_000 },
  { name: 'screen, direct', as: 'screen', skewMs: 86_400_000 },
  { name: 'phone, 50 up 50 down', as: 'seat', skewMs: 61_000, delay: { up: 50, down: 50 } },
  { name: 'phone, 500 up 500 down', as: 'seat', skewMs: -7_000, delay: { up: 500, down: 500 } },
  { name: 'phone, 50 up 500 down', as: 'seat', skewMs: 300_000, delay: { up: 50, down: 500 } },
  { name: 'phone, 500 up 50 down', as: 'seat', skewMs: -300_000, delay: { up: 500, down: 50 } },
  { name: 'phone, 50 to 500, changing', as: 'seat', skewMs: 12_345, delay: 'wild' },
  { name: 'console, 100 up 300 down', as: 'facilitator', skewMs: 90_000, delay: { up: 100, down: 300 } },
  { name: 'screen, 50 up 250 down', as: 'screen', skewMs: -90_000, delay: { up: 50, down: 250 } },
  { name: 'screen, 50 to 500, changing', as: 'screen', skewMs: -60_000, delay: 'wild' },
];

const wild = () => 50 + 450 * Math.random();

/** A device behind its network. */
async function plug(device, i, hall, port, moderator) {
  const proxy = device.delay ? await startCuttingProxy({ target: port }) : null;
  const timer = device.delay === 'wild' ? setInterval(() => { proxy.delayMs = { up: wild(), down: wild() }; }, 20) : null;
  const cookie = device.as === 'facilitator' ? hall.moderatorCookie : device.as === 'seat' ? hall.cookies[i] : undefined;
  const seatId = device.as === 'facilitator' ? hall.moderatorSeatId : device.as === 'seat' ? hall.seatIds[i] : undefined;
  const child = new Child(fileURLToPath(new URL('./timer-client.mjs', import.meta.url)), { baseUrl: `http://127.0.0.1:${proxy?.port ?? port}`, cookie, as: device.as, space: hall.space, seatId, panelId: hall.panels[1], skewMs: device.skewMs });
  await child.ready;
  if (device.as === 'screen') await moderator('screen.pair', { screenId: randomUUID(), code: await child.call('code'), name: device.name, language: 'ru', panelId: hall.panels[1] });
  if (proxy && device.delay !== 'wild') proxy.delayMs = device.delay;
  await child.call('join');
  return { ...device, child, stop: async () => { clearInterval(timer); await child.stop(); await proxy?.close(); } };
}

/** Phones, consoles and screens with wrong clocks of their own, some behind slow and lopsided networks: the time left of one turn, as each shows it at one and the same instant. */
export async function timer(world) {
  const hall = await world.hall(200);
  const server = world.server('timer');
  const devices = [];
  try {
    const { port } = await server.ready;
    const moderator = async (name, payload) => {
      const reply = await server.call('execute', { actor: { kind: 'seat', seatId: hall.moderatorSeatId }, space: hall.space, name, payload });
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    };
    for (const [i, device] of DEVICES.entries()) devices.push(await plug(device, i, hall, port, moderator));
    const turnId = randomUUID();
    const startedAt = Date.now();
    await moderator('turn.start', { turnId, panelId: hall.panels[1], handId: null, seatId: hall.seatIds[0], after: null, limitMs: LIMIT_MS });
    const heard = await Promise.all(devices.map(({ child }) => child.call('heard')));
    const first = await looks(devices);
    await Promise.all(devices.filter(({ as }) => as !== 'screen').map(({ child }) => child.call('acts', 4)));
    const later = await looks(devices);
    await moderator('turn.end', { turnId });
    const figures = await Promise.all(devices.map(async ({ name, child }, i) => {
      const roundTripMs = await child.call('roundTrip');
      return { device: name, 'round trip, ms': roundTripMs, 'turn came after': heard[i] - startedAt, 'differs at first': first.byDevice[i], 'after four acts': later.byDevice[i], 'of the round trip': Math.abs(later.byDevice[i]) / Math.max(1, roundTripMs) };
    }));
    world.results.push(...figures.map((figure) => ({ label: 'timer', ...figure })));
    console.log(`time left of one turn, as each shows it at the same instant, against the server's (ms)\n${table(figures)}\n`);
    return [
      { what: 'timer: widest difference between two devices, ms; floor: between the direct three', value: later.widest, floor: later.direct, ratio: later.widest / Math.max(1, later.direct) },
      { what: 'timer: the same right after joining', value: first.widest, floor: first.direct, ratio: first.widest / Math.max(1, first.direct) },
    ];
  } finally {
    for (const device of devices) await device.stop();
    await server.stop();
  }
}

/** Median over instants of each device's difference from the server, and the widest difference between two of them at one instant. */
async function looks(devices) {
  const seen = [];
  for (let i = 0; i < LOOKS; i += 1) {
    const instant = Date.now();
    seen.push(await Promise.all(devices.map(({ child }) => child.call('wrongAt', instant))));
    await sleep(EVERY_MS);
  }
  const widestOf = (lefts) => Math.max(...lefts) - Math.min(...lefts);
  return {
    byDevice: devices.map((_, i) => median(seen.map((lefts) => lefts[i]))),
    widest: Math.max(...seen.map(widestOf)), direct: Math.max(...seen.map((lefts) => widestOf(lefts.filter((__, i) => devices[i].delay === undefined)))),
  };
}
