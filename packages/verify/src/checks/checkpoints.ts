import type { Findings } from '../report.js';
import { textOf, type Files } from '../read/container.js';
import type { OpenedLog } from '../read/log.js';

/** C12: a checkpoint (C2SP signed note) names an entry of this log and its hash. Its signature needs a key from elsewhere. Returns how many there are. */
export function checkCheckpoints(files: Files, { log, entries }: OpenedLog, findings: Findings): number {
  const names = Object.keys(files).filter((name) => name.startsWith('checkpoints/')).sort();
  for (const name of names) {
    findings.guard('checkpoint.read', name, () => {
      const [origin = '', seq = '', hash = ''] = textOf(files[name] ?? new Uint8Array()).split('\n');
      const entry = entries.find((one) => String(one.seq) === seq);
      if (!origin.includes(log) || !entry || base64(entry.hash) !== hash) findings.add('checkpoint.head', name, `the checkpoint states entry ${seq} with another hash than this log has`);
    });
  }
  return names.length;
}

const base64 = (hex: string): string => btoa(String.fromCharCode(...(hex.match(/../gu) ?? []).map((pair) => parseInt(pair, 16))));
