import { randomUUID } from 'node:crypto';
import type { Day } from './day.js';

/** Decisions of every kind on these proposals, then their ranking. */
export async function decide(day: Day, panelId: string, proposals: readonly string[]): Promise<void> {
  const { run } = day;
  await run({ name: 'panel.move-phase', by: 'moderator', payload: { panelId, to: 'decision' } });
  const mistaken = randomUUID();
  await run({ name: 'decision.open', by: 'moderator', payload: { voteId: mistaken, proposalId: proposals[0] ?? '', electorate: 'entitled', rule: null, secret: false } });
  await run({ name: 'vote.void', by: 'moderator', payload: { voteId: mistaken, reason: 'Открыто по ошибке' } });
  await amend(day, proposals[0] ?? '');
  for (const proposalId of proposals.slice(0, 2)) {
    const voteId = randomUUID();
    await run({ name: 'decision.open', by: 'moderator', payload: { voteId, proposalId, electorate: 'present', rule: null, secret: false } });
    for (const by of ['p0', 'p1', 'p2'] as const) await run({ name: 'ballot.cast', by, payload: { object: voteId, rev: 1, choice: 'yes' } });
    await close(day, voteId);
  }
  const [kept, taken] = [randomUUID(), randomUUID()];
  for (const [reservationId, by] of [[kept, 'p1'], [taken, 'p2']] as const) await run({ name: 'reservation.record', by, payload: { reservationId, proposalId: proposals[0] ?? '', capacity: 'organisation', text: 'Срок короток', language: 'ru' } });
  await run({ name: 'reservation.withdraw', by: 'p2', payload: { reservationId: taken } });
  await correct(day, proposals[0] ?? '');
  await together(day, panelId, proposals.slice(2));
  await run({ name: 'panel.move-phase', by: 'moderator', payload: { panelId, to: 'ranking' } });
  const ranking = randomUUID();
  await run({ name: 'ranking.open', by: 'moderator', payload: { voteId: ranking, panelId, electorate: 'present', top: null, shortlist: 1, secret: false } });
  await day.devices.moderator.until(() => day.devices.moderator.state.snapshot.core.votes[ranking] !== undefined, 'the ranking is known', 30_000);
  const options = day.devices.moderator.state.snapshot.core.votes[ranking]?.options.map((option) => option.id) ?? [];
  // each puts another one first: only a lot can shorten the list
  for (const [i, by] of (['p0', 'p1', 'p2'] as const).entries()) await run({ name: 'ballot.cast', by, payload: { object: ranking, rev: 1, choice: [...options.slice(i), ...options.slice(0, i)] } });
  await close(day, ranking);
  await run({ name: 'ranking.draw-lot', by: 'moderator', payload: { voteId: ranking, numbers: Object.fromEntries(day.dialogue.groups.map(({ id }, i) => [id, i + 7])) } });
}

/** Amendments to two fields are lined up. Of the one: one is withdrawn, one accepted without a vote, and one falls to it. Of the other: the vote on the first is void once, the first is refused, the second adopted, and the third falls. */
async function amend(day: Day, proposalId: string): Promise<void> {
  const { run, devices } = day;
  const texts = ['доля ответов, опубликованная на сайте ведомства', 'доля ответов, опубликованная раз в год', 'доля ответов'];
  const ids = texts.map(() => randomUUID());
  const rev = () => Object.values(devices.moderator.state.snapshot.panels).find(({ proposals }) => proposals[proposalId])?.proposals[proposalId]?.rev ?? 1;
  for (const [i, amendmentId] of ids.entries()) await run({ name: 'amendment.suggest', by: 'p2', payload: { amendmentId, proposalId, field: 'indicator', text: texts[i] ?? '', reason: '', rev: rev() } });
  await run({ name: 'amendment.line-up', by: 'rapporteur', payload: { proposalId, amendmentIds: ids.slice(0, 2), reason: '' }, refusal: 'amendment.competing' });
  await run({ name: 'amendment.line-up', by: 'rapporteur', payload: { proposalId, amendmentIds: ids, reason: 'Сначала то, о чём спорили' } });
  const [beside, folded, taken] = [randomUUID(), randomUUID(), randomUUID()];
  for (const [amendmentId, text] of [[beside, 'Чүй, Ош'], [folded, 'Чүй жана Ош'], [taken, 'Талас']] as const) await run({ name: 'amendment.suggest', by: 'p1', payload: { amendmentId, proposalId, field: 'region', text, reason: '', rev: rev() } });
  await run({ name: 'amendment.line-up', by: 'rapporteur', payload: { proposalId, amendmentIds: [...ids, beside, folded, taken], reason: 'Сначала то, о чём спорили' } });
  await run({ name: 'amendment.withdraw', by: 'p1', payload: { amendmentId: taken } });
  await run({ name: 'amendment.accept', by: 'rapporteur', payload: { amendmentId: folded, text: null }, expect: { rev: rev() } });
  for (const [i, choice] of [[0, null], [0, 'no'], [1, 'yes']] as const) {
    const voteId = randomUUID();
    await run({ name: 'amendment.open-vote', by: 'moderator', payload: { voteId, amendmentId: ids[i] ?? '', electorate: 'present', rule: null, secret: false } });
    if (choice === null) {
      await run({ name: 'vote.void', by: 'moderator', payload: { voteId, reason: 'Не та поправка' } });
      continue;
    }
    for (const by of ['p0', 'p1', 'p2'] as const) await run({ name: 'ballot.cast', by, payload: { object: voteId, rev: 1, choice } });
    await close(day, voteId);
  }
}

/** A correction on the consent scale, with a block; a mistaken one is void and the decision stands. */
async function correct(day: Day, proposalId: string): Promise<void> {
  const { run, devices, dialogue } = day;
  const stands = () => Object.values(devices.moderator.state.snapshot.core.votes).filter((vote) => vote.version?.proposalId === proposalId && vote.state === 'closed').at(-1)?.voteId ?? '';
  const rule = { ...dialogue.create.rule, ballot: 'consent-scale' as const };
  for (const isMistake of [true, false]) {
    const voteId = randomUUID();
    await run({ name: 'decision.open', by: 'moderator', payload: { voteId, proposalId, electorate: 'present', rule, secret: false, supersedes: { voteId: stands(), reason: 'Группа не успела' } } });
    if (isMistake) {
      await run({ name: 'vote.void', by: 'moderator', payload: { voteId, reason: 'Не то правило' } });
      continue;
    }
    await run({ name: 'ballot.cast', by: 'p0', payload: { object: voteId, rev: 1, choice: 'support' } });
    await run({ name: 'ballot.cast', by: 'p1', payload: { object: voteId, rev: 1, choice: 'reservations' } });
    await run({ name: 'ballot.cast', by: 'p2', payload: { object: voteId, rev: 1, choice: { choice: 'block', reason: 'ПРИЧИНА-БЛОКА' } } });
    await close(day, voteId);
  }
}

/** A consent agenda: a list that is dropped, one that opens with an item pulled out, and a group whose seat votes on paper. */
async function together(day: Day, panelId: string, proposals: readonly string[]): Promise<void> {
  const { run, devices, dialogue } = day;
  const [dropped, agendaId] = [randomUUID(), randomUUID()];
  const list = (id: string) => run({ name: 'agenda.list', by: 'moderator', payload: { agendaId: id, panelId, proposalIds: [...proposals] } });
  await list(dropped);
  await run({ name: 'agenda.drop', by: 'moderator', payload: { agendaId: dropped } });
  await list(agendaId);
  await run({ name: 'agenda.open', by: 'moderator', payload: { agendaId, electorate: 'present', rule: null, secret: false } });
  await run({ name: 'agenda.pull-out', by: 'p2', payload: { agendaId, proposalId: proposals[1] ?? '' } });
  const [p0] = dialogue.participants;
  await run({ name: 'paper.mark', by: 'moderator', payload: { object: agendaId, numbers: [p0?.setup.number ?? 0], onPaper: true } });
  await run({ name: 'ballot.cast', by: 'p0', payload: { object: agendaId, rev: 1, choice: 'yes' }, refusal: 'ballot.on-paper' });
  for (const by of ['p1', 'p2'] as const) await run({ name: 'ballot.cast', by, payload: { object: agendaId, rev: 1, choice: 'yes' } });
  const enter = async (how: 'paper' | 'hands'): Promise<string> => {
    const entryId = randomUUID();
    await run({ name: 'paper.enter', by: 'moderator', payload: { entryId, object: agendaId, groupId: p0?.setup.groupId ?? '', how, counts: { yes: 1 } } });
    return entryId;
  };
  await run({ name: 'paper.withdraw', by: 'moderator', payload: { entryId: await enter('hands'), reason: 'Не та группа' } });
  await run({ name: 'paper.confirm', by: 'rapporteur', payload: { entryId: await enter('paper'), counts: { yes: 1 } } });
  const item = () => Object.values(devices.moderator.state.snapshot.core.votes).find((vote) => vote.agendaId === agendaId && !vote.pulledOut && vote.version?.proposalId === proposals[0]);
  await devices.moderator.until(() => item() !== undefined, 'the item is known', 30_000);
  await close(day, item()?.voteId ?? '');
}

/** Closes a vote and waits until `system` has finished it. */
async function close({ run, devices }: Day, voteId: string): Promise<void> {
  await run({ name: 'vote.close', by: 'moderator', payload: { voteId } });
  await devices.moderator.until(() => devices.moderator.state.snapshot.core.votes[voteId]?.state === 'closed', 'the vote is closed', 30_000);
}
