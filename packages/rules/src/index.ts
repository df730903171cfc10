export * from './permissions.js';
export * from './may.js';
export * from './phases.js';
export * from './electorate.js';
export * from './roles.js';
