export { buildMinutes, type MinutesFacts } from './build-minutes.js';
export { lineWords, type Names } from './line-words.js';
export { panelRecord, type RecordLine } from './record.js';
