/** Samples for the tests of whoever renders or verifies; never imported by shipped code. */
export { sampleDecided, sampleResolution } from './resolution/document/sample-resolution.js';
