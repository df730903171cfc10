import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { hashPassword } from '../../../platform/sessions/secrets.js';
import { checkPassword, normalLogin } from '../domain/login.js';
import { AccountRow } from '../store/account.row.js';
import { invitationOf, isLoginTaken, putAccount, putInvitation } from '../store/account.store.js';

/** Redeems a one-time link. The link is looked at first: without one nobody learns which logins exist. */
@Handles('account.register')
export class RegisterAccountHandler implements CommandHandler<'account.register'> {
  locate() {
    return {};
  }

  async execute(work: Work, payload: Payload<'account.register'>, context: Context) {
    const { accountId, token, name, password } = payload;
    const invitation = await invitationOf(work, token);
    if (!invitation || invitation.usedBy !== null) return refuse('link.used', { path: 'token' });
    const login = normalLogin(payload.login);
    if (await isLoginTaken(work, login)) return refuse('login.taken', { path: 'login' });
    const short = checkPassword(password);
    if (short) return new Refuse(short);
    if (await work.taken(AccountRow, accountId)) return refuse('request.id-reused', { path: 'accountId' });
    putAccount(work, { id: accountId, name, login, passwordHash: await hashPassword(password), administrator: invitation.administrator, createdAt: context.now });
    putInvitation(work, { ...invitation, usedBy: accountId });
    work.emit('account.registered', { accountId, administrator: invitation.administrator }, { actor: accountId });
  }
}
