import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { ApplicantRow } from '../store/registration.row.js';
import { waitingCount } from '../store/registration.store.js';

@Handles('applicant.decline')
export class DeclineApplicantHandler implements CommandHandler<'applicant.decline'> {
  async locate(work: Work, { applicantIds }: Payload<'applicant.decline'>) {
    return (await work.load(ApplicantRow, applicantIds)).size === new Set(applicantIds).size ? {} : undefined;
  }

  async execute(work: Work, { applicantIds, reason }: Payload<'applicant.decline'>, context: Context) {
    const before = await waitingCount(work);
    const waiting = [...(await work.load(ApplicantRow, [...new Set(applicantIds)])).values()].filter(({ status }) => status === 'waiting');
    if (waiting.length === 0) return refuse('applicant.state', { path: 'applicantIds' });
    for (const row of waiting) work.put(ApplicantRow, { ...row, status: 'declined', reason });
    work.emit('applicant.declined', { applicantIds: waiting.map(({ id }) => id), reason, waiting: before - waiting.length }, { actor: context.seatId });
  }
}
