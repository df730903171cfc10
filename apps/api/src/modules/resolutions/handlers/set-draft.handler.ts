import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import { derivedId } from '../../../platform/ids/derived-id.js';
import type { Work } from '../../../platform/commands/work.js';
import { DraftRow } from '../store/draft.row.js';

/** A second organizer who saw an older text is told the current one, and overwrites nothing. */
@Handles('resolution.draft-set')
export class SetDraftHandler implements CommandHandler<'resolution.draft-set'> {
  locate(): Located {
    return {};
  }

  async execute(work: Work, { section, language, text }: Payload<'resolution.draft-set'>, { space, seatId, expect }: Context): Promise<Refuse | void> {
    const id = derivedId('resolution-draft', space, section, language);
    const before = await work.get(DraftRow, id);
    const rev = before?.rev ?? 0;
    if ((expect?.rev ?? 0) !== rev) return refuse('request.stale', { path: 'text', details: { rev, text: before?.text ?? '' } });
    work.put(DraftRow, { id, space, section, language, text, rev: rev + 1, bySeat: seatId });
    work.emit('resolution.drafted', { section, language, text, rev: rev + 1, bySeat: seatId }, { actor: seatId });
  }
}
