import { Module } from '@nestjs/common';
import { PublishResolutionHandler } from './handlers/publish-resolution.handler.js';

@Module({ providers: [PublishResolutionHandler] })
export class ResolutionsModule {}
