import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { markPublished } from '../../dialogues/index.js';
import { compose, contentOf } from '../compose.js';
import { disclosedFold } from '../disclosed-fold.js';
import { mayPublish } from '../domain/publish-resolution.js';
import { ResolutionRow } from '../store/resolution.row.js';
import { lastResolution } from '../store/resolutions.store.js';

/** Composes the resolution from the committed log, keeps its exact bytes, and moves the dialogue to `published`. */
@Handles('resolution.publish')
export class PublishResolutionHandler implements CommandHandler<'resolution.publish'> {
  locate(): Located {
    return {};
  }

  async execute(work: Work, { resolutionId, number, date, place }: Payload<'resolution.publish'>, context: Context): Promise<Refuse | void> {
    if (await work.taken(ResolutionRow, resolutionId)) return refuse('request.id-reused', { path: 'resolutionId' });
    const last = await lastResolution(work);
    const fold = await disclosedFold((sql, values) => work.query(sql, values), context.space);
    const { canon, sha256, basedOnSeq, hasDecisions } = compose(fold, { number, date, place });
    const refusal = mayPublish({ number, hasDecisions, content: contentOf(canon), last: last && { number: last.number, content: contentOf(last.canon) } });
    if (refusal) return refuse(refusal.code, refusal);
    work.put(ResolutionRow, { id: resolutionId, space: context.space, number, date, place, basedOnSeq, canon, sha256, publishedAt: context.now });
    await markPublished(work);
    work.emit('resolution.published', { resolutionId, number, date, place, basedOnSeq, sha256 });
  }
}
