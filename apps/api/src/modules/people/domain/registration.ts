import { LIMITS, type OpenCode, type Refusal } from '@tegerek/contracts';

interface Registration {
  approval: readonly string[];
  codes: readonly (OpenCode & { used: number })[];
}

/** Settings as they are kept: a code that stays the same keeps the count of its seats. Groups that are not declared, and two codes for one group or of one wording, are refused. */
export function setRegistration(before: Registration | undefined, asked: { approval: readonly string[]; codes: readonly OpenCode[] }, groupIds: readonly string[]): { approval: string[]; codes: (OpenCode & { used: number })[] } | Refusal {
  const unknown = asked.approval.findIndex((groupId) => !groupIds.includes(groupId));
  if (unknown >= 0) return { code: 'request.invalid', path: `approval.${unknown}` };
  const foreign = asked.codes.findIndex(({ groupId }) => !groupIds.includes(groupId));
  if (foreign >= 0) return { code: 'request.invalid', path: `codes.${foreign}.groupId` };
  const twice = asked.codes.findIndex(({ groupId, code }, i) => asked.codes.slice(0, i).some((each) => each.groupId === groupId || each.code === code));
  if (twice >= 0) return { code: 'request.invalid', path: `codes.${twice}.code` };
  const usedOf = (code: string) => before?.codes.find((each) => each.code === code)?.used ?? 0;
  return { approval: [...new Set(asked.approval)], codes: asked.codes.map((code) => ({ ...code, used: usedOf(code.code) })) };
}

/** Where somebody who registers comes: into the code's group at once, or among those who wait. */
export function admit(registration: Registration | undefined, { groupId, openCode }: { groupId: string | null; openCode: string | null }, waiting: number): { kind: 'seat'; groupId: string } | { kind: 'wait'; groupId: string } | Refusal {
  if (openCode !== null) {
    const code = registration?.codes.find((each) => each.code === openCode);
    if (!code) return { code: 'registration.code', path: 'openCode' };
    return code.used < code.limit ? { kind: 'seat', groupId: code.groupId } : { code: 'registration.full', path: 'openCode', details: { limit: code.limit } };
  }
  if (!registration || registration.approval.length === 0) return { code: 'registration.closed' };
  if (groupId === null || !registration.approval.includes(groupId)) return { code: 'request.invalid', path: 'groupId' };
  return waiting < LIMITS.applicants ? { kind: 'wait', groupId } : { code: 'registration.full', details: { limit: LIMITS.applicants } };
}
