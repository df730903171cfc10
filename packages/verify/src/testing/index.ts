import { strToU8, unzipSync, zipSync } from 'fflate';
import { smallDay } from './day.js';
import { filesOf, pack } from './seal.js';

/** A right bundle of a small dialogue, for tests. */
export const sampleBundle = (): Uint8Array => pack(filesOf(smallDay()));

/** The same with one file changed behind the manifest's back. */
export const spoiledBundle = (): Uint8Array => zipSync({ ...unzipSync(sampleBundle()), 'VERIFY.md': strToU8('changed') });
