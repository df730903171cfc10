import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { changedConsents } from '../domain/changed-consents.js';
import { admit } from '../domain/registration.js';
import { ApplicantRow, RegistrationRow } from '../store/registration.row.js';
import { findRegistration, isHashWaiting, waitingCount } from '../store/registration.store.js';
import { SeatRow } from '../store/seat.row.js';
import { DeclaredGroups } from './declared-groups.js';
import { seatApplicants, type Applied } from './seat-applicants.js';

/** Given by a phone that has no seat yet. Its code was made there and stays there. */
@Handles('seat.register')
export class RegisterSeatHandler implements CommandHandler<'seat.register'> {
  constructor(private readonly groups: DeclaredGroups) {}

  locate() {
    return {};
  }

  async execute(work: Work, payload: Payload<'seat.register'>, context: Context) {
    const { seatId, name, organisation, language, authKeyHash, given } = payload;
    const registration = await findRegistration(work);
    const admitted = admit(registration, payload, await waitingCount(work));
    if ('code' in admitted) return new Refuse(admitted);
    if ((await work.taken(SeatRow, seatId)) || (await work.taken(ApplicantRow, seatId))) return refuse('request.id-reused', { path: 'seatId' });
    if (await isHashWaiting(work, authKeyHash)) return refuse('request.invalid', { path: 'authKeyHash' });
    const applied: Applied = { id: seatId, groupId: admitted.groupId, name, organisation, language, authKeyHash, consents: changedConsents({}, given) as Record<string, boolean> };
    if (admitted.kind === 'wait') {
      const waiting = (await waitingCount(work)) + 1;
      work.put(ApplicantRow, { ...applied, space: work.space, status: 'waiting', reason: null, appliedAt: context.now });
      work.emit('applicant.received', { applicantId: seatId, groupId: admitted.groupId, waiting });
      return { status: 'waiting' as const };
    }
    const refusal = await seatApplicants(work, [applied], { seq: context.seq, groupIds: await this.groups.ids(work), by: seatId });
    if (refusal) return new Refuse(refusal);
    const codes = (registration?.codes ?? []).map((code) => (code.code === payload.openCode ? { ...code, used: code.used + 1 } : code));
    const used = codes.find((code) => code.code === payload.openCode)?.used ?? 0;
    if (registration) work.put(RegistrationRow, { ...registration, codes });
    work.emit('seat.registered', { seatId, groupId: admitted.groupId, used });
    return { status: 'seated' as const };
  }
}
