import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { seedDemo, type DemoLink } from '@tegerek/api/demo/index';
import { demoId } from '@tegerek/api/demo/plan';
import { readDemoFile } from '@tegerek/api/demo/links';
import { ROWS } from '@tegerek/api/modules/index';
import { CommandBus } from '@tegerek/api/platform/commands/command-bus';
import { createDataSource, migrate } from '@tegerek/api/platform/db/database';
import { createTestDatabase } from '@tegerek/api/platform/db/test-database';
import { startServer, type Running } from '@tegerek/api/server';
import { authKeyOf, parseCode, secretOf } from '@tegerek/ballot';
import type { CommandName, Lang, PayloadInput, Reply } from '@tegerek/contracts';
import { launchChromium, LiveClient } from '@tegerek/testkit';
import type { Browser, Page } from 'playwright-core';
import { patiently } from '../world.js';
import { Faults } from './faults.js';
import { MOUSE, type Hand } from './hand.js';
import { Keyboard } from './keyboard.js';
import type { Person } from './person.js';
import { russianIn } from './texts.js';

/** A real server on a Postgres of its own and one Chromium, in which each person has their own context. */
export interface Hall {
  server: Running;
  url: string;
  browser: Browser;
  person(name: string, options?: PersonOptions): Promise<Person>;
  /** Everybody's faults; a story ends with none. */
  faults(): string[];
  /** Stops the server and starts it anew on its port and database; `meanwhile` is done while there is none. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export interface PersonOptions {
  lang?: Lang;
  size?: readonly [width: number, height: number];
  /** Through another address than the server's own, such as a proxy's. */
  url?: string;
  isTouch?: boolean;
  /** What the person's system asks for. */
  theme?: 'light' | 'dark';
  /** How the person acts; default by mouse. By keyboard each stop of the focus is looked at. */
  by?: 'mouse' | 'keyboard';
}

export const PHONE = [360, 640] as const;
export const DESK = [1366, 900] as const;
export const SCREEN = [1920, 1080] as const;

const LOCALES: Record<Lang, string> = { ru: 'ru-RU', ky: 'ky-KG', en: 'en-GB' };
/** The machine is shared and slow at times; what takes longer than this hangs. */
const PATIENCE_MS = 40_000;

const migrateAll = async (url: string): Promise<void> => {
  const database = await createDataSource(url, ROWS, 2).initialize();
  await migrate(database);
  await database.destroy();
};

export interface HallOptions {
  /** Address to listen on. */
  host?: string;
  /** Further flags of the browser. */
  args?: readonly string[];
  /**
   * Phones keep the whole app in their service worker, as people's do. Where nothing is opened without a network it may be left out:
   * fetching and compiling all of it is a quarter of what a story with many phones costs.
   */
  keepsShell?: boolean;
}

const NO_SHELL = /Service Worker registration blocked by Playwright/u;

export async function startHall({ host = '127.0.0.1', args = [], keepsShell = false }: HallOptions = {}): Promise<Hall> {
  const test = await createTestDatabase(migrateAll);
  const dataDir = mkdtempSync(join(tmpdir(), 'tegerek-hall-'));
  const start = (port: number) => startServer({ port, host, publicUrl: undefined, databaseUrl: test.url, isEmbedded: false, dataDir, logLevel: 'error', demo: false });
  let server = await start(0);
  const browser = await launchChromium({ args });
  const { port } = server;
  const url = `http://127.0.0.1:${port}`;
  const people: Person[] = [];
  return {
    get server() { return server; },
    url, browser,
    restart: async (meanwhile) => {
      await server.close();
      await meanwhile();
      server = await start(port);
    },
    person: async (name, options = {}) => {
      const person = await seat(browser, name, { url, keepsShell, ...options });
      people.push(person);
      return person;
    },
    faults: () => people.flatMap((person) => person.faults.found),
    close: async () => {
      await picture(people);
      await browser.close();
      await server.close();
      await test.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function seat(browser: Browser, name: string, { lang = 'ru', size = DESK, url, isTouch = size === PHONE, theme = 'light', by = 'mouse', keepsShell }: PersonOptions & { url: string; keepsShell: boolean }): Promise<Person> {
  const context = await browser.newContext({ locale: LOCALES[lang], viewport: { width: size[0], height: size[1] }, hasTouch: isTouch, timezoneId: 'Asia/Bishkek', reducedMotion: 'reduce', colorScheme: theme, acceptDownloads: true, serviceWorkers: keepsShell ? 'allow' : 'block' });
  context.setDefaultTimeout(PATIENCE_MS);
  const faults = new Faults(name, () => new URL(url).host);
  if (!keepsShell) faults.expect(NO_SHELL);
  faults.watch(context);
  const page = await context.newPage();
  return { name, context, page, lang, faults, url, hand: by === 'mouse' ? MOUSE : await keyboardOf(page, lang, faults) };
}

async function keyboardOf(page: Page, lang: Lang, faults: Faults): Promise<Hand> {
  const [phone, staff] = [await russianIn('phone'), await russianIn('staff')];
  return new Keyboard(page, (name) => (lang === 'ru' ? undefined : phone(name) ?? staff(name)), (fault) => faults.note(fault));
}

/** With TEGEREK_SHOTS set to a folder, what each person saw last is left there. */
async function picture(people: readonly Person[]): Promise<void> {
  const folder = process.env['TEGEREK_SHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  for (const { name, page } of people) await page.screenshot({ path: join(folder, `${name}.png`) }).catch(() => undefined);
}

/** The demo dialogue in this hall. */
export interface DemoHall extends Hall {
  space: string;
  links: readonly DemoLink[];
  /** The id of anything in the demo by its key: `moderator`, `cso-4`, `panel-1`, `government`, `proposal-1`. */
  id(key: string): string;
  /** The link from the terminal, with this person's code in its fragment. */
  link(key: string): string;
  /** A device of this person without a browser, joined. */
  device(key: string, as?: 'seat' | 'facilitator', panels?: readonly string[]): Promise<LiveClient>;
  /** Gives a command as this person. @throws Error unless accepted */
  give<N extends CommandName>(key: string, name: N, payload: PayloadInput<N>, expect?: { rev: number }): Promise<Reply>;
}

export async function startDemoHall(options: HallOptions = {}): Promise<DemoHall> {
  const hall = await startHall(options);
  const dataDir = mkdtempSync(join(tmpdir(), 'tegerek-hall-demo-'));
  const bus = () => hall.server.app.get(CommandBus);
  const demo = await seedDemo({ bus: bus(), dialogueIds: [], dataDir, now: Date.now() });
  const seed = readDemoFile(dataDir)?.seed;
  rmSync(dataDir, { recursive: true, force: true });
  if (!demo || seed === undefined) throw new Error('no demo was made');
  const { dialogueId: space, links } = demo;
  const id = (key: string): string => demoId(seed, key);
  const linkOf = (key: string): DemoLink => {
    const found = links.find((each) => each.key === key);
    if (!found) throw new Error(`nobody in the demo is ${key}`);
    return found;
  };
  const devices: LiveClient[] = [];
  return {
    ...hall, get server() { return hall.server; },
    space, links, id,
    link: (key) => linkOf(key).path,
    device: async (key, as = 'seat', panels = ['panel-1']) => {
      const device = new LiveClient(hall.url);
      devices.push(device);
      await device.signIn(space, authKeyOf(await secretOf(parseCode(linkOf(key).code) ?? '', space), space));
      await device.join(space, as, panels.map(id));
      return device;
    },
    give: async (key, name, payload, expect) => {
      const command = { id: randomUUID(), name, space, payload, ...(expect ? { expect } : {}) };
      const reply = await patiently(() => bus().execute({ kind: 'seat', seatId: id(key) }, command));
      if (!reply.ok) throw new Error(`${name} of ${key}: ${JSON.stringify(reply)}`);
      return reply;
    },
    close: async () => {
      for (const device of devices) device.close();
      await hall.close();
    },
  };
}
