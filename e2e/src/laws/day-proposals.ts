import { randomUUID } from 'node:crypto';
import type { Day } from './day.js';

const FIELDS = { title: 'Сроки ответа', text: 'Отвечать на обращения граждан за 10 рабочих дней', addressee: 'Министерство', responsible: 'Отдел обращений', deadline: '1 июля 2027', indicator: 'доля ответов в срок', region: 'Чүй' };

/** Five proposals, drafted, one withdrawn. @returns those ready for decision */
export async function propose({ run }: Day, panelId: string): Promise<string[]> {
  const ids = Array.from({ length: 5 }, () => randomUUID());
  for (const [i, by] of (['p0', 'p1', 'p2', 'p1', 'p2'] as const).entries()) {
    await run({ name: 'proposal.submit', by, payload: { proposalId: ids[i] ?? '', panelId, language: 'ru', fields: { ...FIELDS, title: `Предложение ${i + 1}` }, fromQuestion: null } });
  }
  await run({ name: 'proposal.edit', by: 'p0', payload: { proposalId: ids[0] ?? '', fields: { deadline: '1 августа 2027' } }, expect: { rev: 1 } });
  await run({ name: 'panel.move-phase', by: 'moderator', payload: { panelId, to: 'formulation' } });
  for (const proposalId of ids) await run({ name: 'proposal.take-up', by: 'rapporteur', payload: { proposalId } });
  await draft(run, panelId, ids);
  await run({ name: 'proposal.withdraw', by: 'rapporteur', payload: { proposalId: ids[2] ?? '', reason: 'Объединено' } });
  const kept = ids.filter((_, i) => i !== 2);
  for (const proposalId of kept) await run({ name: 'proposal.mark-ready', by: 'rapporteur', payload: { proposalId, ready: true } });
  return kept;
}

/** Co-sponsors, translations, a merge and a split. */
async function draft(run: Day['run'], panelId: string, ids: readonly string[]): Promise<void> {
  const [first = '', second = ''] = ids;
  const [merged, part] = [randomUUID(), randomUUID()];
  await run({ name: 'proposal.submit', by: 'p2', payload: { proposalId: merged, panelId, language: 'ky', fields: { ...FIELDS, title: 'Жооп берүү мөөнөтү' }, fromQuestion: null, capacity: 'group' } });
  for (const by of ['p0', 'p1'] as const) await run({ name: 'proposal.sponsor', by, payload: { proposalId: merged, capacity: 'organisation' } });
  await run({ name: 'proposal.unsponsor', by: 'p0', payload: { proposalId: merged } });
  const [fact, doubted, mistaken] = [randomUUID(), randomUUID(), randomUUID()];
  const stated = { claim: 'Ответ приходит через 30 дней', source: 'Нацстатком', date: '2025', region: 'Чүй', link: 'https://stat.example.org/1', file: null, confidence: 'medium', language: 'ru' } as const;
  for (const [evidenceId, proposalId] of [[fact, merged], [doubted, first], [mistaken, first]] as const) await run({ name: 'evidence.attach', by: 'p0', payload: { evidenceId, proposalId, ...stated } });
  for (const evidenceId of [fact, doubted]) await run({ name: 'evidence.contest', by: 'p1', payload: { evidenceId, reason: 'Данные другого года' } });
  await run({ name: 'evidence.uncontest', by: 'p1', payload: { evidenceId: doubted } });
  await run({ name: 'evidence.withdraw', by: 'p0', payload: { evidenceId: mistaken } });
  const changes = [randomUUID(), randomUUID(), randomUUID()] as const;
  for (const [i, amendmentId] of changes.entries()) await run({ name: 'amendment.suggest', by: 'p2', payload: { amendmentId, proposalId: second, field: 'indicator', text: `доля ответов, ${i}`, reason: 'Точнее', rev: 1 } });
  await run({ name: 'amendment.withdraw', by: 'p2', payload: { amendmentId: changes[0] } });
  await run({ name: 'amendment.decline', by: 'rapporteur', payload: { amendmentId: changes[1], reason: 'Есть точнее' } });
  await run({ name: 'amendment.accept', by: 'rapporteur', payload: { amendmentId: changes[2], text: null }, expect: { rev: 1 } });
  await run({ name: 'proposal.merge', by: 'rapporteur', payload: { proposalId: first, from: [merged] } });
  await run({ name: 'proposal.split', by: 'rapporteur', payload: { proposalId: second, parts: [{ proposalId: part, fields: { ...FIELDS, title: 'Часть' } }] } });
  await run({ name: 'proposal.withdraw', by: 'rapporteur', payload: { proposalId: part, reason: '' } });
  const translation = { proposalId: first, language: 'ky', rev: 2 } as const;
  await run({ name: 'proposal.translate', by: 'rapporteur', payload: { ...translation, fields: { ...FIELDS, text: 'Жарандардын кайрылууларына 10 жумуш күнүндө жооп берүү' } } });
  await run({ name: 'proposal.check-translation', by: 'moderator', payload: translation });
}
