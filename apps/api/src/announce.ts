import { networkInterfaces } from 'node:os';
import { renderUnicodeCompact } from 'uqr';
import type { Config } from './config/config.js';

/** A way in that is printed at the start: who, and the path with its one-time token or code. */
export interface PrintedLink {
  label: string;
  path: string;
}

/** The address that phones in the hall can reach: PUBLIC_URL, else this machine's first IPv4 address in the network. */
export function reachableUrl(config: Pick<Config, 'publicUrl' | 'host'>, port: number): string {
  if (config.publicUrl) return config.publicUrl;
  const lan = Object.values(networkInterfaces()).flat().find((address) => address?.family === 'IPv4' && !address.internal)?.address;
  return `http://${config.host === '127.0.0.1' || !lan ? '127.0.0.1' : lan}:${port}`;
}

/** Prints where to go. Links carry codes: they are shown on the terminal alone, never logged. */
export function announce(url: string, links: readonly PrintedLink[], qrPath: string): void {
  const width = Math.max(...links.map(({ label }) => label.length), 0);
  const lines = links.map(({ label, path }) => `  ${label.padEnd(width)}  ${url}${path}`);
  process.stdout.write(`\nTegerek: ${url}\n\n${lines.join('\n')}\n\n${renderUnicodeCompact(`${url}${qrPath}`)}\n${url}${qrPath}\n`);
}
