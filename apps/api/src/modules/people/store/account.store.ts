import { INSTANCE_SPACE } from '@tegerek/contracts';
import type { Work } from '../../../platform/commands/work.js';
import { tokenHash as hashOf } from '../../../platform/sessions/secrets.js';
import { AccountRow, InvitationRow } from './account.row.js';

export const invitationOf = async (work: Work, token: string): Promise<InvitationRow | undefined> => (await work.select(InvitationRow, { tokenHash: hashOf(token) }))[0];

export const isTokenKnown = async (work: Work, tokenHash: string): Promise<boolean> => (await work.select(InvitationRow, { tokenHash })).length > 0;

export const isLoginTaken = async (work: Work, login: string): Promise<boolean> => (await work.select(AccountRow, { login })).length > 0;

/** Accounts and invitations live in the `instance` space and nowhere else. */
export const putAccount = (work: Work, account: Omit<AccountRow, 'space'>): void => work.put(AccountRow, { ...account, space: INSTANCE_SPACE });

export const putInvitation = (work: Work, invitation: Omit<InvitationRow, 'space'>): void => work.put(InvitationRow, { ...invitation, space: INSTANCE_SPACE });
