import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './chromium-find.js';

/**
 * Keeps the browser from calling home and from using what test machines lack. Web security stays on: stories must meet the
 * same origin and cookie rules as people do.
 */
const FLAGS = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--no-default-browser-check', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-domain-reliability', '--no-pings', '--disable-dev-shm-usage',
  '--font-render-hinting=none', '--disable-features=DialMediaRouteProvider,MediaRouter,OptimizationHints,Translate',
];

function sandboxFlags(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox', '--no-zygote'] : [];
}

export interface LaunchChromiumOptions {
  /** Further command line flags. */
  readonly args?: readonly string[];
}

/** A headless Chromium for browser stories; see {@link findChromium} for which one. Close it in the end. */
export async function launchChromium(options: LaunchChromiumOptions = {}): Promise<Browser> {
  const program = await findChromium();
  const inherited = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return chromium.launch({
    executablePath: program.executablePath,
    args: [...FLAGS, ...sandboxFlags(), ...(options.args ?? [])],
    env: { ...Object.fromEntries(inherited), ...program.env },
    timeout: 120_000,
  });
}
