import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import type { CommandName } from '@tegerek/contracts';

export const HANDLES = 'tegerek:handles';

/** Binds a provider class to the command it executes; the registry finds it through Nest's discovery. */
export const Handles = (name: CommandName): ClassDecorator => applyDecorators(Injectable(), SetMetadata(HANDLES, name));
