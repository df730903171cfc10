import { randomUUID } from 'node:crypto';
import type { Running } from '@tegerek/api/server';
import type { DialogueFixture, LiveClient } from '@tegerek/testkit';
import { accepted, type World } from '../world.js';

const FIELDS = { title: 'Сроки ответа', text: 'Отвечать за 10 рабочих дней', addressee: 'Министерство', responsible: 'Отдел', deadline: '1 июля 2027', indicator: '', region: '' };

/** A panel in which proposals are ready and a decision may open; `seats` of them present. */
export interface Hall {
  dialogue: DialogueFixture & { organizerDevice: LiveClient };
  space: string;
  panelId: string;
  moderator: LiveClient;
  rapporteur: LiveClient;
  /** Devices of the participants, signed in and present, over HTTP. */
  people: LiveClient[];
  /** A proposal that a decision may be opened on. */
  proposal(): Promise<string>;
  /** Opens a decision on a fresh proposal. */
  open(): Promise<string>;
  ballots(voteId: string): Promise<{ seatId: string; rev: number; choice: string }[]>;
}

/** In the phase of decisions; people sign in at `nodes` in turn. */
export async function hallOf(world: World, { seatsPerGroup = 3, nodes = [world.server] }: { seatsPerGroup?: number; nodes?: Running[] } = {}): Promise<Hall> {
  const dialogue = await world.dialogue({ seatsPerGroup });
  const space = dialogue.dialogueId;
  const panelId = dialogue.panels[0]?.id ?? '';
  const [moderator, rapporteur] = [await world.device(space, dialogue.moderator), await world.device(space, dialogue.rapporteur)];
  const people: LiveClient[] = [];
  for (const [i, seat] of dialogue.participants.entries()) people.push(await world.device(space, seat, nodes[i % nodes.length]));
  const move = async (to: 'open' | 'discussion' | 'formulation' | 'decision', reason?: string) => accepted(await moderator.give('panel.move-phase', { panelId, to, ...(reason ? { reason } : {}) }, { space, over: 'http' }));
  await move('open');
  await Promise.all(people.map(async (person) => accepted(await person.give('seat.join', {}, { space, over: 'http' }))));
  for (const to of ['discussion', 'formulation', 'decision'] as const) await move(to, 'Проверка');
  const query = (sql: string, values: unknown[]) => world.server.database.query(sql, values);
  const proposal = async (): Promise<string> => {
    // a void decision gives its proposal back
    const [spare] = (await query(`SELECT id FROM proposals.proposal WHERE space = $1 AND status = 'in-formulation' AND ready LIMIT 1`, [space])) as { id: string }[];
    if (spare) return spare.id;
    const proposalId = randomUUID();
    await move('formulation', 'Ещё одно');
    accepted(await rapporteur.give('proposal.submit', { proposalId, panelId, language: 'ru', fields: FIELDS, fromQuestion: null }, { space, over: 'http' }));
    accepted(await rapporteur.give('proposal.take-up', { proposalId }, { space, over: 'http' }));
    accepted(await rapporteur.give('proposal.mark-ready', { proposalId, ready: true }, { space, over: 'http' }));
    await move('decision', 'Готово');
    return proposalId;
  };
  return {
    dialogue, space, panelId, moderator, rapporteur, people, proposal,
    open: async () => {
      const [voteId, proposalId] = [randomUUID(), await proposal()];
      accepted(await moderator.give('decision.open', { voteId, proposalId, electorate: 'present', rule: null, secret: false }, { space, over: 'http' }));
      return voteId;
    },
    ballots: (voteId) => query('SELECT seat_id AS "seatId", rev, choice FROM ballots.press WHERE object = $1 ORDER BY seat_id', [voteId]) as Promise<{ seatId: string; rev: number; choice: string }[]>,
  };
}
