import type { Payload } from '@tegerek/contracts';
import { Refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { setRegistration } from '../domain/registration.js';
import { RegistrationRow } from '../store/registration.row.js';
import { findRegistration } from '../store/registration.store.js';
import { DeclaredGroups } from './declared-groups.js';

@Handles('registration.set')
export class SetRegistrationHandler implements CommandHandler<'registration.set'> {
  constructor(private readonly groups: DeclaredGroups) {}

  locate() {
    return {};
  }

  async execute(work: Work, asked: Payload<'registration.set'>, context: Context) {
    const next = setRegistration(await findRegistration(work), asked, await this.groups.ids(work));
    if ('code' in next) return new Refuse(next);
    work.put(RegistrationRow, { id: work.space, space: work.space, ...next });
    work.emit('registration.set', { approval: next.approval, codes: next.codes.map(({ used: _, ...code }) => code) }, { actor: context.seatId });
  }
}
