import { randomUUID } from 'node:crypto';
import type { CommandName, PayloadInput } from '@tegerek/contracts';

type Name = Extract<CommandName, `${'proposal' | 'evidence' | 'reservation' | 'amendment'}.${string}`>;

/** One well-formed payload per command about proposals. */
export function proposalSamples(panelId: string): { [N in Name]: PayloadInput<N> } {
  const id = () => randomUUID();
  const fields = { title: 'Заголовок', text: 'Текст предложения', addressee: 'Кому', responsible: 'Кто', deadline: '2027', indicator: '', region: '' };
  return {
    'proposal.submit': { proposalId: id(), panelId, language: 'ru', fields, fromQuestion: null },
    'proposal.edit': { proposalId: id(), fields: { deadline: '2028' } },
    'proposal.withdraw': { proposalId: id(), reason: '' },
    'proposal.take-up': { proposalId: id() },
    'proposal.mark-ready': { proposalId: id(), ready: true },
    'proposal.sponsor': { proposalId: id(), capacity: 'organisation' },
    'proposal.unsponsor': { proposalId: id() },
    'proposal.translate': { proposalId: id(), language: 'ky', rev: 1, fields },
    'proposal.check-translation': { proposalId: id(), language: 'ky', rev: 1 },
    'proposal.merge': { proposalId: id(), from: [id()] },
    'proposal.split': { proposalId: id(), parts: [{ proposalId: id(), fields }] },
    'amendment.suggest': { amendmentId: id(), proposalId: id(), field: 'deadline', text: '2028', reason: '', rev: 1 },
    'amendment.withdraw': { amendmentId: id() },
    'amendment.accept': { amendmentId: id(), text: null },
    'amendment.decline': { amendmentId: id(), reason: '' },
    'amendment.line-up': { proposalId: id(), amendmentIds: [id()], reason: '' },
    'amendment.open-vote': { voteId: id(), amendmentId: id(), electorate: 'present', rule: null, secret: false },
    'evidence.attach': { evidenceId: id(), proposalId: id(), claim: 'Утверждение', source: 'Источник', date: '2025', region: '', link: 'https://stat.example.org/1', file: null, confidence: 'high', language: 'ru' },
    'evidence.withdraw': { evidenceId: id() },
    'evidence.contest': { evidenceId: id(), reason: 'Причина' },
    'evidence.uncontest': { evidenceId: id() },
    'reservation.record': { reservationId: id(), proposalId: id(), capacity: 'group', text: 'Не согласны', language: 'ru' },
    'reservation.withdraw': { reservationId: id() },
  };
}
