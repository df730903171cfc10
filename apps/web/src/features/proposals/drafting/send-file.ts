import { LIMITS, type FileQuote } from '@tegerek/contracts/wire';
import { requestJson } from '../../../live/index.js';

/** A file on a phone's network takes longer than other requests, ms. */
const PATIENCE_MS = 90_000;

/** Endings offered by the picker; the server looks into the bytes. */
export const FILE_ENDINGS = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.csv,.txt';

export const isTooLarge = (file: File): boolean => file.size > LIMITS.fileBytes;

/** Sends the bytes and returns how evidence quotes them. @throws NoAnswer, RefusedRequest */
export const sendFile = (space: string, file: File): Promise<FileQuote> =>
  requestJson<FileQuote>(`/api/dialogues/${space}/files?name=${encodeURIComponent(file.name)}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file }, PATIENCE_MS);

export const fileHref = (space: string, { hash, name }: FileQuote): string => `/api/dialogues/${space}/files/${hash}?name=${encodeURIComponent(name)}`;
