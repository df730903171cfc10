import { randomUUID } from 'node:crypto';
import type { DecisionRule, PanelPhase, RehearsalStep, VoteHead } from '@tegerek/contracts';
import { choice } from './choice.js';
import type { Device } from './device.js';
import { PHRASES } from './phrases.js';
import { proposalsOf, questionOf, type Theme, type Written } from './texts.js';

/** Who takes part in a panel, and how. */
export interface PanelRun {
  seed: number;
  panelId: string;
  /** From 1. */
  number: number;
  theme: Theme;
  moderator: Device;
  rapporteur: Device;
  participants: readonly Device[];
  /** Groups by id, with the key that is the same in every run. */
  groupKeys: ReadonlyMap<string, string>;
  /** Proposals to decide. */
  proposals: number;
  /** Lets real time pass: at full speed nothing. */
  pause: (ms: number) => Promise<void>;
  report: (step: RehearsalStep) => void;
}

/** Ways in which a room stands to a proposal: the share of «yes» by group, of those who vote. */
const STANDS = [
  { name: 'harmony', yes: [1, 1, 1], turnout: 1 }, { name: 'broad', yes: [0.9, 0.85, 0.75], turnout: 1 }, { name: 'split', yes: [0.95, 0.9, 0.2], turnout: 1 },
  { name: 'against', yes: [0.25, 0.35, 0.2], turnout: 1 }, { name: 'absent', yes: [0.9, 0.9, 0.9], turnout: 0.4 },
] as const;

/** One panel from its opening to its close: questions, speakers, proposals, decisions, ranking. */
export async function runPanel(run: PanelRun): Promise<void> {
  const { moderator, panelId, report, number } = run;
  const move = async (to: PanelPhase): Promise<void> => {
    const { rev } = head(run);
    await moderator.give('panel.move-phase', { panelId, to }, { expect: { rev } });
    await moderator.client.until(() => head(run).phase === to, `panel ${number} in ${to}`, 60_000);
    report({ kind: 'phase', panel: number, phase: to });
    await run.pause(20_000);
  };
  await move('open');
  await floor(run);
  await move('discussion');
  await speakers(run);
  await move('formulation');
  const written = await proposals(run);
  await move('decision');
  for (const proposal of written) await decide(run, proposal);
  await move('ranking');
  await rank(run);
  await move('closed');
}

const head = ({ moderator, panelId }: PanelRun) => {
  const found = moderator.client.state.snapshot.core.panels[panelId];
  if (!found) throw new Error('the panel is not in the programme');
  return found;
};

/** Questions from the floor; the moderator approves, declines a few, and everybody supports what they like. */
async function floor(run: PanelRun): Promise<void> {
  const { seed, panelId, number, moderator, participants } = run;
  const words = PHRASES[moderator.person.language];
  const asking = participants.filter(({ key }) => choice(seed, key, `asks-${number}`) < 0.4);
  await Promise.all(asking.map(async (device) => {
    const { language } = device.person;
    await run.pause(30_000 * choice(seed, device.key, `asks-when-${number}`));
    await device.give('question.ask', { questionId: randomUUID(), panelId, text: questionOf(run.theme, language, seed, device.key), language, anonymous: choice(seed, device.key, `anonymous-${number}`) < 0.2, toSeat: null });
  }));
  const questions = () => Object.values(moderator.client.state.snapshot.panels[panelId]?.questions ?? {});
  await moderator.client.until(() => questions().length >= asking.length, `the questions of panel ${number} arrive`, 60_000);
  for (const { questionId, status, text } of questions()) {
    if (status !== 'waiting') continue;
    if (choice(seed, text, `declined-${number}`) < 0.1) await moderator.give('question.decline', { questionId, reason: words.declined });
    else await moderator.give('question.approve', { questionId });
  }
  await moderator.client.until(() => questions().every(({ status }) => status !== 'waiting'), `the questions of panel ${number} are decided`, 60_000);
  const open = questions().filter(({ status }) => status === 'public');
  await Promise.all(participants.map(async (device) => {
    for (const { questionId, text } of open) {
      if (choice(seed, device.key, `supports-${text}`) < 0.3) await device.give('question.support', { object: questionId, rev: 1, choice: true });
    }
  }));
  for (const { questionId } of open.slice(0, 2)) await moderator.give('question.answer', { questionId, answer: words.answer });
}

/** Hands go up, the moderator gives the floor in the order of the queue. */
async function speakers(run: PanelRun): Promise<void> {
  const { seed, panelId, number, moderator, participants } = run;
  const raising = participants.filter(({ key }) => choice(seed, key, `hand-${number}`) < 0.25);
  await Promise.all(raising.map((device) => device.give('hand.raise', { handId: randomUUID(), panelId, kind: 'contribution' })));
  const hands = () => moderator.client.state.snapshot.panels[panelId]?.hands ?? [];
  await moderator.client.until(() => hands().length >= raising.length, `the hands of panel ${number} arrive`, 60_000);
  for (const { handId } of hands().slice(0, 3)) {
    const turnId = randomUUID();
    // nobody speaks when the next one begins: each turn is ended first
    await moderator.give('turn.start', { turnId, panelId, handId, seatId: null, after: null, limitMs: 120_000 });
    await run.pause(90_000);
    await moderator.give('turn.end', { turnId });
  }
}

/** Submitted in one order, so that their numbers are the same in every run; taken up and marked ready by the rapporteur. */
async function proposals(run: PanelRun): Promise<(Written & { proposalId: string })[]> {
  const { seed, panelId, rapporteur, participants } = run;
  const made: (Written & { proposalId: string })[] = [];
  for (const written of proposalsOf(run.theme, run.proposals, seed)) {
    const author = participants[Math.floor(choice(seed, 'author', written.key) * participants.length)];
    if (!author) throw new Error('nobody takes part');
    const proposalId = randomUUID();
    await author.give('proposal.submit', { proposalId, panelId, language: written.language, fields: written.fields, fromQuestion: null, capacity: 'self' });
    await rapporteur.give('proposal.take-up', { proposalId });
    await rapporteur.give('proposal.mark-ready', { proposalId, ready: true });
    made.push({ ...written, proposalId });
    await run.pause(15_000);
  }
  await rapporteur.give('minutes.add', { entryId: randomUUID(), panelId, text: PHRASES[rapporteur.person.language].minutes(made.length) });
  return made;
}

async function decide(run: PanelRun, { key, proposalId }: Written & { proposalId: string }): Promise<void> {
  const { seed, number, moderator, participants, groupKeys } = run;
  const voteId = randomUUID();
  await moderator.give('decision.open', { voteId, proposalId, electorate: 'present', rule: null, secret: false });
  // every way once in a panel, and which proposal meets which one follows from the seed
  const order = [...STANDS].sort((a, b) => choice(seed, a.name, `stand-${number}`) - choice(seed, b.name, `stand-${number}`));
  const stand = order[(Number(key.split('-')[1]) - 1) % order.length] ?? STANDS[0];
  const groups = [...groupKeys.keys()];
  await Promise.all(participants.map(async (device) => {
    if (choice(seed, device.key, `votes-${key}`) >= stand.turnout) return;
    const yes = stand.yes[groups.indexOf(device.person.group ?? '') % stand.yes.length] ?? 1;
    const drawn = choice(seed, device.key, `choice-${key}`);
    await run.pause(20_000 * choice(seed, device.key, `when-${key}`));
    const { rule } = await heard(device, voteId);
    await device.vote(voteId, onBallot(rule as DecisionRule, drawn < yes * 0.97 ? 'yes' : yes === 1 || drawn >= 0.97 ? 'abstain' : 'no'));
  }));
  await close(run, voteId);
  await run.pause(20_000);
}

const ON_SCALE = { yes: 'support', abstain: 'can-live-with', no: 'reservations' } as const;

/** What somebody means, on the ballot that the rule has. */
const onBallot = ({ ballot }: DecisionRule, meant: keyof typeof ON_SCALE): string => (ballot === 'consent-scale' ? ON_SCALE[meant] : meant);

async function rank(run: PanelRun): Promise<void> {
  const { seed, panelId, moderator, participants } = run;
  const voteId = randomUUID();
  const opened = await moderator.give('ranking.open', { voteId, panelId, electorate: 'present', top: null, secret: false }, { but: ['vote.nothing-to-rank'] });
  if (!opened.ok) return;
  await Promise.all(participants.map(async (device) => {
    const { options } = await heard(device, voteId);
    const worth = ({ title }: { title: string }): number => choice(seed, 'everybody', title) + choice(seed, device.key, title);
    await device.vote(voteId, options.toSorted((a, b) => worth(b) - worth(a)).map(({ id }) => id));
  }));
  await close(run, voteId);
}

/** Waits until this device knows of the vote, as a phone would. */
async function heard(device: Device, voteId: string): Promise<VoteHead> {
  const find = () => device.client.state.snapshot.core.votes[voteId];
  await device.client.until(() => find() !== undefined, `${device.key} hears of a vote`, 60_000);
  const vote = find();
  if (!vote) throw new Error('the vote went away');
  return vote;
}

async function close({ moderator, number, report }: PanelRun, voteId: string): Promise<void> {
  await moderator.give('vote.close', { voteId });
  const vote = () => moderator.client.state.snapshot.core.votes[voteId];
  await moderator.client.until(() => vote()?.state === 'closed', 'the vote is counted', 60_000);
  report({ kind: 'counted', panel: number, vote: vote()?.number ?? '' });
}
