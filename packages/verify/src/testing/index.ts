import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { MOST } from '../read/container.js';
import { smallDay } from './day.js';
import { filesOf, headNote, KEY, pack } from './seal.js';

export { KEY };

/** A right bundle of a small dialogue, for tests. */
export const sampleBundle = (): Uint8Array => pack(filesOf(smallDay()));

/** The same with one file changed behind the manifest's back. */
export const spoiledBundle = (): Uint8Array => zipSync({ ...unzipSync(sampleBundle()), 'VERIFY.md': strToU8('changed') });

/** Every file of a bundle as text, the inside of its documents too: to look for what must not be there. */
export const bundleTexts = (bundle: Uint8Array): string =>
  Object.entries(unzipSync(bundle)).map(([name, bytes]) => (name.endsWith('.docx') ? bundleTexts(bytes) : strFromU8(bytes))).join('\n');

/** A checkpoint of the sample's log, noted before its resolution; by default the key of the sample. */
export const sampleCheckpoint = (): string => headNote(filesOf(smallDay(), { publish: false }));

/** A ZIP of more files than any bundle has, and one whose directory says that it unpacks to 4 GB. */
export function traps(): { many: Uint8Array; bomb: Uint8Array } {
  const many = zipSync(Object.fromEntries(Array.from({ length: MOST.bundle.files + 1 }, (_, i) => [`f${i}`, new Uint8Array()])), { level: 0 });
  const bomb = zipSync({ 'log.jsonl': new Uint8Array(64) });
  // size in the last header of the directory (46 bytes and the name), before its end (22 bytes)
  new DataView(bomb.buffer).setUint32(bomb.length - 22 - 46 - 'log.jsonl'.length + 24, 0xffff_fff0, true);
  return { many, bomb };
}

// to forge whole: change a day, seal it, pack it
export { amendedDay } from './amended-day.js';
export { AMENDED_FORGERIES } from './amended-forgeries.js';
export { collectiveDay } from './collective-day.js';
export { FORGED } from './by-code.js';
export { closedEvent, eventData, smallDay, VOTES, type Day } from './day.js';
export { looseForgeries, type LooseForgery } from './loose-forgeries.js';
export { sealAnew, takeApart, type Loose } from './reseal.js';
export { filesOf, pack } from './seal.js';
