import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { bundledChromium } from './chromium-bundled.js';

export interface ChromiumProgram {
  readonly executablePath: string;
  /** To be added to the environment of the browser. */
  readonly env: Readonly<Record<string, string>>;
  readonly origin: 'CHROMIUM_PATH' | 'system' | 'playwright' | 'bundled';
}

const SYSTEM_PATH = '/usr/bin/chromium';

function playwrightPath(): string | undefined {
  try { return chromium.executablePath(); } catch { return undefined; }
}

/** Where the browser of the tests is: CHROMIUM_PATH, the system's, Playwright's own, and else the one inside @sparticuz/chromium. */
export async function findChromium(wanted = process.env['CHROMIUM_PATH']): Promise<ChromiumProgram> {
  if (wanted !== undefined && wanted !== '') {
    if (wanted === 'bundled') return bundledChromium();
    if (!existsSync(wanted)) throw new Error(`CHROMIUM_PATH names ${wanted}, which does not exist.`);
    return { executablePath: wanted, env: {}, origin: 'CHROMIUM_PATH' };
  }
  if (existsSync(SYSTEM_PATH)) return { executablePath: SYSTEM_PATH, env: {}, origin: 'system' };
  const own = playwrightPath();
  if (own !== undefined && existsSync(own)) return { executablePath: own, env: {}, origin: 'playwright' };
  return bundledChromium();
}
