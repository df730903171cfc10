/** What the server says of itself (`GET …/readiness`). */
export interface Readiness { now: number; address: string; isHttps: boolean; disk: { free: number; total: number } | null; backupAt: number | null; devices: number }

export interface Seen extends Readiness {
  /** Between this browser's clock and the server's, ms; half the way there and back taken off. */
  skewMs: number;
  /** Whether this browser reached the phones' address; `unknown`: a page on https may not ask one on http. */
  reach: 'here' | 'reached' | 'lost' | 'unknown';
}

export type PointId = 'address' | 'https' | 'clock' | 'disk' | 'backup' | 'phones' | 'badges' | 'sheets';
export interface Point { id: PointId; isFine: boolean; args: Record<string, string | number> }

/** Printed files that this browser has made, by kind: how many seats there were then. */
export interface Printed { badges?: number; sheets?: number }

const MB = 1_000_000;
const LEAST_FREE = 2_000 * MB;
const MOST_SKEW_MS = 5_000;
const BACKUP_AGE_MS = 24 * 3_600_000;
const PHONES = 3;

const isLoopback = (address: string): boolean => /^https?:\/\/(localhost|127\.|\[::1\])/u.test(address);

/** Each line of the evening before: fine, or to do. `seats`: with a group, today. */
export function judge(seen: Seen, printed: Printed, seats: number): Point[] {
  const { now, address, disk, backupAt, devices, skewMs, reach } = seen;
  return [
    { id: 'address', isFine: (reach === 'here' || reach === 'reached') && !isLoopback(address), args: { address, reach: isLoopback(address) ? 'loopback' : reach } },
    { id: 'https', isFine: address.startsWith('https://'), args: {} },
    { id: 'clock', isFine: Math.abs(skewMs) <= MOST_SKEW_MS, args: { seconds: Math.round(Math.abs(skewMs) / 1_000) } },
    { id: 'disk', isFine: disk !== null && disk.free >= LEAST_FREE, args: { free: disk === null ? 0 : Math.floor(disk.free / (1_000 * MB)), need: LEAST_FREE / (1_000 * MB), known: disk === null ? 'no' : 'yes' } },
    { id: 'backup', isFine: backupAt !== null && now - backupAt <= BACKUP_AGE_MS, args: { hours: backupAt === null ? 0 : Math.max(0, Math.floor((now - backupAt) / 3_600_000)), made: backupAt === null ? 'no' : 'yes' } },
    { id: 'phones', isFine: devices >= PHONES, args: { n: devices, need: PHONES } },
    { id: 'badges', isFine: printed.badges !== undefined && printed.badges >= seats, args: { n: seats, made: printed.badges ?? 0 } },
    { id: 'sheets', isFine: printed.sheets !== undefined && printed.sheets >= seats, args: { n: seats, made: printed.sheets ?? 0 } },
  ];
}
