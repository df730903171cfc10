import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { PublicViews } from './public-views.js';
import { PublishingController } from './publishing.controller.js';

@Module({ imports: [PeopleModule], controllers: [PublishingController], providers: [PublicViews] })
export class PublishingModule {}
