import { Module } from '@nestjs/common';
import { PressesOfMe } from './read/presses.me.js';

@Module({ providers: [PressesOfMe], exports: [PressesOfMe] })
export class BallotsModule {}
