import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { commandNames, commandOf, type CommandName } from '@tegerek/contracts';
import type { CommandHandler } from './handler.js';
import { HANDLES } from './handles.decorator.js';

/** Finds each command's handler among the providers; a command without one, or with two, stops the start. */
@Injectable()
export class HandlerRegistry implements OnModuleInit {
  readonly #handlers = new Map<CommandName, CommandHandler<CommandName>>();

  constructor(private readonly discovery: DiscoveryService, private readonly reflector: Reflector) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!metatype || !instance) continue;
      const name = this.reflector.get<CommandName | undefined>(HANDLES, metatype);
      if (name === undefined) continue;
      if (this.#handlers.has(name)) throw new Error(`two handlers for ${name}`);
      this.#handlers.set(name, instance as CommandHandler<CommandName>);
    }
    const missing = commandNames.filter((name) => commandOf(name).lane !== 'count' && !this.#handlers.has(name));
    if (missing.length > 0) throw new Error(`no handler for ${missing.join(', ')}`);
  }

  of(name: CommandName): CommandHandler<CommandName> {
    const handler = this.#handlers.get(name);
    if (!handler) throw new Error(`no handler for ${name}`);
    return handler;
  }
}
