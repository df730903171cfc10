// I own: bytes under their SHA-256, and which dialogue holds them.
// I guarantee: the type is found in the bytes and is one of a list; what nothing quotes is forgotten after a day; nothing is served to be shown.
// Other modules find a file by its hash and quote it, so that it stays.
export { FilesModule } from './files.module.js';
export { FilesSweep, UNQUOTED_MS } from './files.sweep.js';
export { ChunkRow, FileRow } from './store/file.row.js';
export { Files, findFile, quoteFile } from './store/files.store.js';
