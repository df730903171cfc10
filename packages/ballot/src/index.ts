export * from './hashes.js';
export * from './codes.js';
