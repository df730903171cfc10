import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PayloadInput, RehearsalStep, RehearsedProgramme, VoteHead } from '@tegerek/contracts';
import { listedVotes, verifyBundle } from '@tegerek/verify';
import { castOf, type Cast } from './cast.js';
import { Device, type Tally } from './device.js';
import { runPanel } from './panel.js';
import { themesOf } from './texts.js';

/** Where a rehearsal happens. */
export interface Stage {
  /** `http://127.0.0.1:3000` */
  url: string;
  /** Gives the one command that no seat can give: the creation of the dialogue. @throws Error when it is refused */
  create(payload: PayloadInput<'dialogue.create'>): Promise<void>;
}

export interface Plan {
  programme: RehearsedProgramme;
  /** Participants, over all groups; at least three. */
  people: number;
  seed: number;
  /** How many times faster than life; `Infinity`: as fast as it goes. */
  pace: number;
  /** Proposals that each panel decides. */
  proposals: number;
  report: (step: RehearsalStep) => void;
  /** Told before anything happens: who can be watched, and where. */
  onReady?: (cast: Cast) => void;
}

/** The grade of a decision; a ranking has none. */
export function gradeOf({ result }: VoteHead): string {
  const grade = result?.['grade'];
  return typeof grade === 'string' ? grade : 'ranked';
}

export interface Outcome extends Tally {
  dialogueId: string;
  seconds: number;
  bundle: Uint8Array;
  /** Votes with their results, in the order of their numbers. */
  votes: VoteHead[];
  /** Ids of the groups, in the order of the programme. */
  groupIds: string[];
  /** What does not fit: findings of the verifier, receipts without a row. Empty: everything does. */
  faults: string[];
}

/** Runs a dialogue of synthetic participants on a server, over the sockets that phones use, from its opening to a published and verified resolution. */
export async function rehearse({ url, create }: Stage, plan: Plan): Promise<Outcome> {
  const started = performance.now();
  const today = new Date().toISOString().slice(0, 10);
  const cast = await castOf(plan.programme, plan.people, plan.seed);
  const done: Tally = { connections: 0, commands: 0, presses: 0 };
  const devices: Device[] = [];
  const device = (person: Cast['organizer']): Device => {
    const made = new Device(url, person, cast.dialogueId, done);
    devices.push(made);
    return made;
  };
  try {
    const organizer = device(cast.organizer);
    await create(cast.create);
    await prepare(cast, organizer);
    plan.onReady?.(cast);
    const panelIds = cast.panels.map(({ id }) => id);
    const enter = async (persons: readonly Cast['organizer'][]): Promise<Device[]> => {
      const made = persons.map((person) => device(person));
      await inGroups(made, 20, (one) => one.enter(panelIds));
      return made;
    };
    const [moderators, rapporteurs] = [await enter(cast.moderators), await enter(cast.rapporteurs)];
    await organizer.give('dialogue.open', {});
    const participants = await enter(cast.participants);
    await inGroups(participants, 20, async (one) => {
      await one.give('consent.set', { given: { notice: true, name: true } });
      await one.give('seat.join', {});
    });
    plan.report({ kind: 'joined', people: participants.length });
    const groupKeys = new Map(cast.groups.map(({ id, key }) => [id, key]));
    const pause = (ms: number): Promise<unknown> => (Number.isFinite(plan.pace) ? sleep(ms / plan.pace) : Promise.resolve());
    const themes = themesOf({ ...plan.programme, panels: cast.panels });
    const run = async (i: number): Promise<void> => {
      const [moderator, rapporteur, panelId, theme] = [moderators[i], rapporteurs[i], panelIds[i], themes[i]];
      if (!moderator || !rapporteur || panelId === undefined || !theme) throw new Error('a panel has nobody to run it');
      await runPanel({ seed: plan.seed, panelId, number: theme.panel.number, theme, moderator, rapporteur, participants, groupKeys, proposals: plan.proposals, pause: async (ms) => { await pause(ms); }, report: plan.report });
    };
    // at full speed the panels run side by side; a person can only follow one
    if (Number.isFinite(plan.pace)) for (const i of panelIds.keys()) await run(i);
    else await Promise.all([...panelIds.keys()].map((i) => run(i)));
    await organizer.give('dialogue.close', {});
    await organizer.give('resolution.publish', { resolutionId: randomUUID(), number: 1, date: today, place: '' });
    plan.report({ kind: 'published' });
    const bundle = new Uint8Array(await (await fetch(`${url}/api/dialogues/${cast.dialogueId}/bundle.zip`)).arrayBuffer());
    const votes = Object.values(organizer.client.state.snapshot.core.votes).toSorted((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));
    return { ...done, dialogueId: cast.dialogueId, seconds: (performance.now() - started) / 1_000, bundle, votes, groupIds: cast.groups.map(({ id }) => id), faults: faultsOf(bundle, devices) };
  } finally {
    for (const one of devices) one.close();
  }
}

/** Its seats and its panels' people, by the organizer's own socket. */
async function prepare(cast: Cast, organizer: Device): Promise<void> {
  await organizer.enter(cast.panels.map(({ id }) => id));
  const seats = [...cast.moderators, ...cast.rapporteurs, ...cast.participants].map(({ setup }) => setup);
  for (let i = 0; i < seats.length; i += 50) await organizer.give('seat.add', { seats: seats.slice(i, i + 50) });
  for (const panel of cast.panels) await organizer.give('panel.set', panel);
}

async function inGroups<T>(list: readonly T[], size: number, act: (one: T) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < list.length; i += size) await Promise.all(list.slice(i, i + size).map((one) => act(one)));
}

/** The bundle recounted, and every receipt against the published row: as a voter would look for it. */
function faultsOf(bundle: Uint8Array, devices: readonly Device[]): string[] {
  const { findings } = verifyBundle(bundle);
  const { votes } = listedVotes(bundle);
  const receipts = devices.flatMap((device) => [...device.receipts.values()]);
  const missing = receipts.filter(({ voteId, number, choice, group }) => {
    const row = votes.find((vote) => vote.voteId === voteId)?.rows.find((one) => one.number === number);
    return !row || row.group !== group || JSON.stringify(row.choice) !== JSON.stringify(choice);
  });
  const rows = votes.reduce((sum, vote) => sum + vote.rows.length, 0);
  return [
    ...findings.map(({ code, at, words }) => `${code} ${at}: ${words}`), ...missing.map(({ voteId, number }) => `receipt ${number} of the vote ${voteId} has no such row`),
    ...(rows === receipts.length ? [] : [`${receipts.length} receipts, but ${rows} rows in the bundle`]),
  ];
}
