// I own: which rehearsals were started from a dialogue's desk, and the processes that play them.
// I guarantee: a rehearsal is a dialogue of its own, marked from its creation; its players are another process and act over sockets alone.
// Nobody calls me; the desk asks over HTTP.
export { RehearsalsModule } from './rehearsals.module.js';
export { RunRow } from './store/run.row.js';
