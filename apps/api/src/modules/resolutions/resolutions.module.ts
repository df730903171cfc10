import { Module } from '@nestjs/common';
import { DisclosedFolds } from './disclosed-folds.js';
import { PublishResolutionHandler } from './handlers/publish-resolution.handler.js';
import { SetDraftHandler } from './handlers/set-draft.handler.js';

@Module({ providers: [DisclosedFolds, PublishResolutionHandler, SetDraftHandler] })
export class ResolutionsModule {}
