import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { ApplicantRow } from '../store/registration.row.js';
import { waitingCount } from '../store/registration.store.js';
import { DeclaredGroups } from './declared-groups.js';
import { seatApplicants, type Applied } from './seat-applicants.js';

const isApplied = (row: ApplicantRow): row is ApplicantRow & Applied => row.status !== 'approved' && row.name !== null && row.authKeyHash !== null;

/** Also takes back a decline. Those whom somebody else has approved meanwhile are left as they are. */
@Handles('applicant.approve')
export class ApproveApplicantHandler implements CommandHandler<'applicant.approve'> {
  constructor(private readonly groups: DeclaredGroups) {}

  rows({ applicantIds }: Payload<'applicant.approve'>) {
    return applicantIds.map((id) => [ApplicantRow, id] as const);
  }

  async locate(work: Work, { applicantIds }: Payload<'applicant.approve'>) {
    return (await work.load(ApplicantRow, applicantIds)).size === new Set(applicantIds).size ? {} : undefined;
  }

  async execute(work: Work, { applicantIds }: Payload<'applicant.approve'>, context: Context) {
    const before = await waitingCount(work);
    const rows = [...(await work.load(ApplicantRow, [...new Set(applicantIds)])).values()];
    const applied = rows.filter(isApplied);
    if (applied.length === 0) return refuse('applicant.state', { path: 'applicantIds' });
    const refusal = await seatApplicants(work, applied.map(({ id, groupId, name, organisation, language, authKeyHash, consents }) => ({ id, groupId, name, organisation, language, authKeyHash, consents })), { seq: context.seq, groupIds: await this.groups.ids(work), by: context.seatId });
    if (refusal) return new Refuse(refusal);
    // from here on the seat alone holds who it is
    for (const row of applied) work.put(ApplicantRow, { ...row, status: 'approved', name: null, organisation: '', authKeyHash: null, consents: {}, reason: null });
    work.emit('applicant.approved', { applicantIds: applied.map(({ id }) => id), waiting: before - applied.filter(({ status }) => status === 'waiting').length }, { actor: context.seatId });
    return { approved: applied.length };
  }
}
