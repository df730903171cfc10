// I own: documents of the resolution and of a panel's minutes, and the bundle that anybody can verify.
// I guarantee: same input, same bytes; a bundle is read in one transaction and opens nothing that only the room or the staff may see.
// The content of documents is packages/replica's document model; here are only its renderings.
export { ExportsModule } from './exports.module.js';
export { escapeHtml, isolated, renderBody } from './render/html.js';
