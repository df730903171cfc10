// the fold's own lines and words of a panel's minutes, for the staff surfaces
export { lineWords, panelRecord, type RecordLine } from '@tegerek/replica';
