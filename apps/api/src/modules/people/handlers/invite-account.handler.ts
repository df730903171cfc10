import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { InvitationRow } from '../store/account.row.js';
import { isTokenKnown, putInvitation } from '../store/account.store.js';

/** The token is made in the administrator's browser; only its hash comes here. It makes an organizer, never an administrator. */
@Handles('account.invite')
export class InviteAccountHandler implements CommandHandler<'account.invite'> {
  locate() {
    return {};
  }

  async execute(work: Work, { invitationId, tokenHash }: Payload<'account.invite'>, context: Context) {
    if (await work.taken(InvitationRow, invitationId)) return refuse('request.id-reused', { path: 'invitationId' });
    if (await isTokenKnown(work, tokenHash)) return refuse('request.invalid', { path: 'tokenHash' });
    putInvitation(work, { id: invitationId, tokenHash, administrator: false, usedBy: null });
    work.emit('account.invited', { invitationId }, context.actor.kind === 'account' ? { actor: context.actor.accountId } : {});
  }
}
