import { Injectable } from '@nestjs/common';

/** The server's wall clock; tests bind another. */
@Injectable()
export class Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number {
    return Date.now();
  }
}
