import { formatSigner, parseSigner, signerKey, type SignerKey } from '@tegerek/ballot/signed-note';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;

/**
 * The key that signs checkpoints, from its file (0400, outside the database); made when there is none. `host` names a new key.
 * @throws where the file cannot be read or written, or holds something else
 */
export async function readSignerKey(path: string, host: string): Promise<SignerKey> {
  const text = await readFile(path, 'utf8').catch(async (error: unknown) => {
    if (!isCode(error, 'ENOENT')) throw error;
    await mkdir(dirname(path), { recursive: true, mode: 0o711 });
    const made = `${formatSigner(signerKey(`${host}/log-key`, randomBytes(32)))}\n`;
    return await writeFile(path, made, { mode: 0o400, flag: 'wx', flush: true }).then(() => made, async (fault: unknown) => {
      // another node of this folder was first
      if (!isCode(fault, 'EEXIST')) throw fault;
      return await readFile(path, 'utf8');
    });
  });
  const signer = parseSigner(text);
  if (signer === undefined) throw new Error(`${path} holds no key for checkpoints (PRIVATE+KEY+…): move it away, and a new one is made`);
  return signer;
}
