export { applyEntries, applyEntry, applyEvent } from './fold/apply.js';
export { emptyPanel, emptySnapshot } from './fold/reducer.js';
export { Replica, type Received, type ReplicaState } from './replica.js';
export { stateHash } from './state-hash.js';
export * from './resolution/index.js';
export * from './minutes/index.js';
