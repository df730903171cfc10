// I own: polls, quick questions to the room that bind nobody, from the draft to the shown result, round by round.
// I guarantee: a result leaves the server only by `poll.shown`, small groups suppressed; what is asked never changes once it is open.
// Answers are rows of the count lane, admitted by AnswerTarget; results are counted from them, never kept.
export { PollsModule } from './polls.module.js';
export { PollEraser } from './handlers/poll-eraser.js';
export { AnswerTarget } from './polls.press.js';
export { PollRow } from './store/poll.row.js';
export { findPoll } from './store/polls.store.js';
