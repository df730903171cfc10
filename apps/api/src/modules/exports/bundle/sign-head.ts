import { entryHash } from '@tegerek/ballot';
import { parseCheckpoint, parseVerifier } from '@tegerek/ballot/signed-note';
import type { Checkpoints } from '../../../platform/log/checkpoints.js';
import type { SpaceCopy } from './read-space.js';

/** The copy with a checkpoint of its last entry, and the keys that signed its notes. */
export async function withHeadSigned(copy: SpaceCopy, checkpoints: Checkpoints): Promise<SpaceCopy> {
  const head = { seq: copy.headers.length, hash: entryHash(copy.headers.at(-1) ?? '') };
  const notes = copy.checkpoints.at(-1)?.seq === head.seq ? copy.checkpoints : [...copy.checkpoints, { seq: head.seq, note: await checkpoints.note(copy.space, head) }];
  const used = new Set(notes.flatMap(({ note }) => parseCheckpoint(note)?.signatures.map(({ name, id }) => `${name} ${id}`) ?? []));
  const keys = (await checkpoints.keys()).filter((vkey) => {
    const key = parseVerifier(vkey);
    return key !== undefined && used.has(`${key.name} ${key.id}`);
  });
  return { ...copy, checkpoints: notes, keys };
}
