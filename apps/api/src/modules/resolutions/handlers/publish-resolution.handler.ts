import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { markPublished } from '../../dialogues/index.js';
import { seatsByRegion } from '../../people/index.js';
import { compose, contentOf, frameOfDrafts } from '../compose.js';
import { DisclosedFolds } from '../disclosed-folds.js';
import { mayPublish } from '../domain/publish-resolution.js';
import { DraftRow } from '../store/draft.row.js';
import { ResolutionRow } from '../store/resolution.row.js';
import { lastResolution } from '../store/resolutions.store.js';

/** Composes the resolution from the committed log and the drafted frame, keeps its exact bytes, and moves the dialogue to `published`. */
@Handles('resolution.publish')
export class PublishResolutionHandler implements CommandHandler<'resolution.publish'> {
  constructor(private readonly folds: DisclosedFolds) {}

  /** Folds the log while nothing is locked; `execute` reads only what came since. */
  async prepare(query: (sql: string, values: unknown[]) => Promise<unknown>, space: string): Promise<void> {
    await this.folds.upToDate(query, space);
  }

  locate(): Located {
    return {};
  }

  async execute(work: Work, { resolutionId, number, date, place }: Payload<'resolution.publish'>, context: Context): Promise<Refuse | void> {
    if (await work.taken(ResolutionRow, resolutionId)) return refuse('request.id-reused', { path: 'resolutionId' });
    const drafts = await work.select(DraftRow, {});
    const rev = drafts.reduce((sum, draft) => sum + draft.rev, 0);
    if (context.expect !== undefined && context.expect.rev !== rev) return refuse('request.stale', { path: 'frame', details: { rev } });
    const last = await lastResolution(work);
    const fold = await this.folds.upToDate((sql, values) => work.query(sql, values), context.space);
    const frame = frameOfDrafts(drafts);
    const regions = await seatsByRegion((sql, values) => work.query(sql, values), context.space);
    const { canon, sha256, basedOnSeq, hasDecisions } = compose(fold, { number, date, place, frame, regions });
    const refusal = mayPublish({ number, hasDecisions, content: contentOf(canon), last: last && { number: last.number, content: contentOf(last.canon) } });
    if (refusal) return refuse(refusal.code, refusal);
    work.put(ResolutionRow, { id: resolutionId, space: context.space, number, date, place, basedOnSeq, canon, sha256, publishedAt: context.now });
    await markPublished(work);
    work.emit('resolution.framed', { resolutionId, frame, regions });
    work.emit('resolution.published', { resolutionId, number, date, place, basedOnSeq, sha256 });
  }
}
