/** Every code that a finding can have, by family (docs/verification.md). Each is reached by a forged bundle of its own: `testing/by-code.ts`. */
export const CODES = [
  'bundle.unreadable', 'bundle.malformed',
  'manifest.canonical', 'manifest.hash', 'manifest.head', 'manifest.log', 'manifest.missing', 'manifest.shape', 'manifest.unnamed',
  'file.missing', 'file.text', 'file.unexpected',
  'line.canonical', 'line.end', 'log.chain', 'log.empty', 'log.gap', 'log.header', 'log.other', 'log.time',
  'payload.audience', 'payload.commitment', 'payload.order', 'payload.shape', 'payload.stray', 'event.fold', 'event.kind', 'event.legal', 'event.shape', 'event.unknown',
  'dialogue.other', 'dialogue.step', 'dialogue.twice', 'panel.busy', 'panel.rev', 'panel.step', 'phase.dialogue', 'phase.panel',
  'seat.group', 'seat.twice', 'seat.unknown', 'electorate.size', 'version.hash', 'version.number',
  'vote.cast', 'vote.check', 'vote.copy', 'vote.count', 'vote.early', 'vote.reopened', 'vote.result', 'vote.returns-to', 'vote.state', 'vote.subject', 'vote.supersedes', 'vote.two', 'vote.unfinished', 'vote.unknown',
  'ballot.beyond', 'ballot.number', 'ballot.phones', 'ballot.reason', 'ballot.row', 'ballot.too-many', 'ballots.hash', 'agenda.ballots', 'agenda.pulled-out', 'agenda.voided',
  'paper.counts', 'paper.marked', 'paper.missing', 'paper.same-person', 'paper.seat', 'paper.state', 'paper.too-many', 'paper.twice', 'paper.unconfirmed', 'paper.unknown',
  'lot.count', 'lot.needless', 'lot.numbers', 'lot.result', 'lot.state', 'lot.twice', 'ranking.options',
  'amendment.before', 'amendment.fell', 'amendment.order', 'amendment.result', 'amendment.rev', 'amendment.same', 'amendment.state', 'amendment.text', 'amendment.undecided',
  'evidence.frozen', 'translation.version', 'reservation.seat', 'reservation.twice', 'reservation.unknown', 'reservation.version', 'poll.figures', 'poll.reopened', 'poll.state', 'poll.two',
  'resolution.based-on', 'resolution.compose', 'resolution.data', 'resolution.frame', 'resolution.hash', 'resolution.number', 'resolution.outdated', 'resolution.twice',
  'docx.content', 'docx.foot', 'docx.notes', 'docx.read', 'docx.text', 'pdf.content', 'pdf.foot', 'pdf.read', 'pdf.text',
  'checkpoint.behind', 'checkpoint.head', 'checkpoint.key', 'checkpoint.name', 'checkpoint.read', 'checkpoint.signature', 'keys.canonical', 'keys.read', 'keys.unused',
] as const;

export type Code = (typeof CODES)[number];

type FamilyOf<C extends string> = C extends `${infer F}.${string}` ? F : never;
/** What a finding is about: the part of its code before the dot. */
export type Family = FamilyOf<Code>;
export const familyOf = (code: Code): Family => code.slice(0, code.indexOf('.')) as Family;
