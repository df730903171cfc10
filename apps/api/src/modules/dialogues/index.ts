// I own: dialogues, their groups, programme, rule and phase.
// I guarantee: phases move draft → open → closed → published; the rule always fits the groups; a slug names one dialogue.
// Other modules read through findDialogue; resolutions alone calls markPublished.
export { DialoguesModule } from './dialogues.module.js';
export { DialogueGroups } from './handlers/dialogue-groups.js';
export { DialogueRow } from './store/dialogue.row.js';
export { findDialogue, markPublished } from './store/dialogues.store.js';
