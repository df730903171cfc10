import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Removes a test run's data folder, and the cluster elsewhere that it may point to (embedded-cluster.ts). */
export function removeTestData(dataDir) {
  const home = join(dataDir, 'postgres');
  try {
    for (const name of readdirSync(home).filter((entry) => entry.endsWith('.location'))) {
      rmSync(dirname(readFileSync(join(home, name), 'utf8').trim()), { recursive: true, force: true });
    }
  } catch (error) { if (error.code !== 'ENOENT') throw error; }
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
}

export default async function stopTestServer() {
  const { server, dataDir } = globalThis.tegerekTestServer ?? {};
  await server?.stop();
  if (dataDir) removeTestData(dataDir);
}
