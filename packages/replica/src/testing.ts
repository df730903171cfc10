/** Samples for the tests of whoever renders or verifies; never imported by shipped code. */
export { HOSTILE_WORDS } from './hostile-words.js';
export { sampleMinutes } from './minutes/sample-minutes.js';
export { sampleDecided, sampleResolution } from './resolution/document/sample-resolution.js';
