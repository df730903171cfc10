// I own: what the public sees: the page and the open data of a dialogue, rendered on the server.
// I guarantee: no cookie, no socket, no script; results only once published; no name without its owner's consent.
// Read from the public fold at most once a second per dialogue, however many come.
export { PublishingModule } from './publishing.module.js';
