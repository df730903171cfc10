import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
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

// to forge whole: change a day, seal it, pack it
export { amendedDay } from './amended-day.js';
export { AMENDED_FORGERIES } from './amended-forgeries.js';
export { collectiveDay } from './collective-day.js';
export { closedEvent, eventData, smallDay, VOTES, type Day } from './day.js';
export { looseForgeries, type LooseForgery } from './loose-forgeries.js';
export { sealAnew, takeApart, type Loose } from './reseal.js';
export { filesOf, pack } from './seal.js';
