// I own: the count lane's rows (ballots, supports) and the frozen electorates, in a Postgres schema of their own.
// I guarantee: one row per object and seat; choices leave only as a tally and a list after the close.
// platform/presses writes the rows; who reads choices before the close is the seat itself, through `me`.
export { BallotsModule } from './ballots.module.js';
export { PressesOfMe } from './read/presses.me.js';
export { ballotList } from './domain/ballot-list.js';
export { eraseBlockReasons, readAnswers, readBallots, removePresses, type Query } from './store/ballots.store.js';
export { electorsByNumber, freezeElectorate, markOnPaper, onPaperByGroup, turnoutOf } from './store/electors.store.js';
export { countSupports, dropCarried, holdPresses, returnSupports } from './store/supports.store.js';
export { carrySupports } from './supports.js';
export { CountRow, ElectorRow, PressRow } from './store/press.row.js';
