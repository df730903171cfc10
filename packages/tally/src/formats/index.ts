export { parseElectionJson, writeElectionJson, type ElectionFile } from './election-json.js';
export { locateInJson, parseJson, parsePath, type JsonPath } from './json-scan.js';
export { parseBlt, writeBlt } from './blt.js';
export { parsePrefLib, writePrefLib, type PrefLibType } from './preflib.js';
export { parseCvotes, writeCvotes } from './cvotes.js';
export { parsePabulib, writePabulib } from './pabulib.js';
export { writePolis } from './polis.js';
