// One device in a process of its own: the web client's own space (socket, replica, clock offset), with a clock of its own that is wrong.
import { INSTANCE_SPACE } from '@tegerek/contracts';
import { io } from 'socket.io-client';
import { LiveSpace } from '../../apps/web/dist-test/live/space.js';
import { memoryStorage } from '../../apps/web/dist-test/live/outbox/memory-storage.js';
import { turnClock } from '../../packages/rules/dist/index.js';
import { childArgument, serve } from '../lib/child.mjs';
import { sleep } from '../lib/stats.mjs';

const { baseUrl, cookie: given, as, space, seatId, panelId, skewMs } = childArgument();
const machineNow = Date.now;
Date.now = () => machineNow() + skewMs;
const page = new EventTarget();
const listen = (name, heard, options) => page.addEventListener(name, heard, options);
Object.assign(globalThis, { window: globalThis, navigator: {}, document: Object.assign(new EventTarget(), { visibilityState: 'visible' }), addEventListener: listen, removeEventListener: (name, heard) => page.removeEventListener(name, heard) });

let cookie = given;
const plainFetch = globalThis.fetch;
globalThis.fetch = async (path, { credentials: _, cache: __, ...init } = {}) => {
  const answer = await plainFetch(new URL(path, baseUrl), { ...init, headers: { ...init.headers, ...(cookie ? { Cookie: cookie } : {}) } });
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
  return answer;
};

let open;
const until = async (holds) => { while (!holds()) await sleep(5); };
const turn = () => open.store.get().core?.panels[panelId]?.turn ?? null;

serve({
  /** A hall's screen asks for its code. */
  code: async () => (await (await fetch('/api/screens', { method: 'POST' })).json()).code,
  join: async () => {
    open = new LiveSpace({ space: space ?? INSTANCE_SPACE, as, actor: seatId ?? null, storage: async () => memoryStorage(), openSocket: async (greeting) => io(baseUrl, { auth: (say) => say(greeting()), transports: ['websocket'], reconnection: false, autoConnect: false, forceNew: true, extraHeaders: { Cookie: cookie } }) });
    open.start();
    await until(() => open.store.get().connection.status === 'live');
    if (panelId) open.holdPanel(panelId);
  },
  /** So many acts and their acknowledgements, each a look at the server's clock. */
  acts: async (n) => {
    for (let i = 0; i < n; i += 1) await (await open.send('consent.set', { given: { photo: i % 2 === 0 } })).settled;
  },
  /** The machine's instant (ms) at which the turn has arrived here. */
  heard: async () => { await until(() => turn() !== null); return machineNow(); },
  /** What this device would show as time left at an instant of the machine, against the server's clock, which is the machine's: ms. */
  wrongAt: (instant) => turnClock(turn(), instant + skewMs + open.store.get().offsetMs).leftMs - turnClock(turn(), instant).leftMs,
  /** Shortest of five plain requests over this network, ms. */
  roundTrip: async () => {
    const took = [];
    for (let i = 0; i < 5; i += 1) {
      const asked = performance.now();
      await (await fetch('/api/screens/me')).text();
      took.push(performance.now() - asked);
    }
    return Math.min(...took);
  },
  stop: () => open?.stop(),
});
