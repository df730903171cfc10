// I own: questions from the floor, from asking to the answer.
// I guarantee: the room never learns who asked anonymously, nor what was declined; an author always learns the reason.
// Authors and supports survive every merge: supports are counted once per seat, and go back when it is undone.
// Other modules read through findQuestion; supports are rows of the count lane, admitted by SupportTarget.
export { QuestionsModule } from './questions.module.js';
export { QuestionEraser } from './handlers/question-eraser.js';
export { SupportTarget } from './questions.press.js';
export { QuestionsOfMe } from './read/questions.me.js';
export { AskerRow, QuestionRow } from './store/question.row.js';
export { findQuestion } from './store/questions.store.js';
