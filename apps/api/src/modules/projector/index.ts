// I own: paired screens, and what is copied into what they show.
// I guarantee: a code pairs one screen once; a screen shows only what the room has seen, and names only by consent.
// What is shown lies in the log; I keep no state of it.
export { ProjectorModule } from './projector.module.js';
export { ScreenRow, WaitingRow } from './store/screen.row.js';
