// I own: raised hands, turns, and who has the floor.
// I guarantee: one hand per seat and panel, at most one running turn per panel, and no turn skipped by two moderators at once.
// Panels ask runningTurn before they move and call lowerHands when the floor closes; the projector asks runningTurn.
export { SpeakersModule } from './speakers.module.js';
export { SpeakerEnding } from './handlers/speaker-ending.js';
export { SpeakerEraser } from './handlers/speaker-eraser.js';
export { FloorRow, HandRow, PlaceRow, TurnRow } from './store/speaker.row.js';
export { lowerHands, runningTurn } from './store/speakers.store.js';
