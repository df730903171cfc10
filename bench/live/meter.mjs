import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { cpuSeconds } from '../lib/stats.mjs';

/** Calls `begin` and `end` of a measured pass; `end` returns the CPU seconds between. `profile`: path of CPU profiles, one per pass. */
export function meter(profile) {
  let before = 0;
  let passes = 0;
  const session = profile ? new Session() : null;
  return {
    begin: async () => {
      session?.connect();
      await session?.post('Profiler.enable');
      await session?.post('Profiler.start');
      before = cpuSeconds();
    },
    end: async () => {
      const used = cpuSeconds() - before;
      if (session) {
        const { profile: taken } = await session.post('Profiler.stop');
        writeFileSync(`${profile}-${++passes}.cpuprofile`, JSON.stringify(taken));
        session.disconnect();
      }
      return used;
    },
  };
}
