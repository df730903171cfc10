/**
 * Every refusal code with its HTTP status: the only such list. `noun.reason`; clients translate the code, never the status.
 * «No such thing», «not for you» and «another dialogue» are one refusal: `request.not-found`.
 */
export const REFUSALS = {
  'request.invalid': 400,
  'request.too-large': 413,
  'request.too-deep': 400,
  'request.unknown-command': 404,
  'request.not-found': 404,
  'request.id-reused': 409,
  'request.stale': 409,
  'request.too-many': 429,
  'request.protocol': 426,
  'session.missing': 401,
  'session.origin': 403,
  'code.wrong': 401,
  'code.revoked': 403,
  'code.malformed': 400,
  'link.used': 410,
  'login.wrong': 401,
  'login.taken': 409,
  'password.too-short': 400,
  'server.busy': 503,
  'server.fault': 500,
  'server.full': 507,
  'dialogue.phase': 409,
  'dialogue.exists': 409,
  'dialogue.slug-taken': 409,
  'dialogue.no-panels': 409,
  'dialogue.panels-open': 409,
  'dialogue.group-in-use': 409,
  'panel.phase': 409,
  'panel.transition': 409,
  'panel.busy': 409,
  'panel.reason-needed': 409,
  'panel.unformulated': 409,
  'seat.number-taken': 409,
  'seat.revoked': 403,
  'seat.group-needed': 409,
  'seat.last-organizer': 409,
  'question.too-many': 429,
  'question.state': 409,
  'hand.raised-already': 409,
  'hand.gone': 409,
  'turn.moved-on': 409,
  'proposal.too-many': 429,
  'proposal.state': 409,
  'proposal.taken-up': 409,
  'proposal.stale': 409,
  'proposal.incomplete': 409,
  'vote.state': 409,
  'vote.open-already': 409,
  'vote.nothing-to-rank': 409,
  'vote.secret-unsupported': 409,
  'vote.rule-invalid': 400,
  'vote.not-entitled': 403,
  'ballot.rev-conflict': 409,
  'ballot.not-counted': 410,
  'ballot.invalid': 400,
  'screen.code': 404,
  'resolution.unchanged': 409,
  'resolution.nothing-decided': 409,
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** An expected no. `path` names the field at fault (dot-separated); `details` carries what the message needs (numbers, ids). */
export interface Refusal {
  code: RefusalCode;
  path?: string;
  details?: Record<string, unknown>;
}
