import { chmod, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, relative, sep } from 'node:path';

/** A file of the data folder; `name` is relative and uses forward slashes. */
export interface DataFile { readonly name: string; readonly content: Buffer; readonly mode: number }

/** The embedded server keeps itself there; its rows are in the archive, its own password belongs to one cluster only. */
const LEFT_OUT = 'postgres';
const LEFT_OUT_ENDINGS = ['.log', '.lock', '.pid', '.backup', '.partial'];
const LIMIT_BYTES = 16 * 1024 * 1024;

function isMissing(error: unknown): boolean { return (error as NodeJS.ErrnoException).code === 'ENOENT'; }

/** The keys and links of the data folder. Rejects for a file too large to be one: it should not be passed over in silence. */
export async function readDataFiles(dataDir: string, except: string): Promise<DataFile[]> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const files: DataFile[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(dataDir, path).split(sep).join('/');
    if (!entry.isFile() || name.startsWith(`${LEFT_OUT}/`) || LEFT_OUT_ENDINGS.some((ending) => name.endsWith(ending)) || path === except) continue;
    const { size, mode } = await stat(path);
    if (size > LIMIT_BYTES) throw new Error(`${path} is too large for a key file: move it out of the data folder`);
    files.push({ name, content: await readFile(path), mode: mode & 0o777 });
  }
  return files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Where a file of an archive goes; undefined for a name that would leave the data folder. */
function target(dataDir: string, name: string): string | undefined {
  const path = normalize(join(dataDir, name));
  return name !== '' && path.startsWith(dataDir + sep) && !path.startsWith(join(dataDir, LEFT_OUT) + sep) ? path : undefined;
}

/** Rejects unless every file can be written without replacing another one. */
export async function checkDataFiles(dataDir: string, files: readonly DataFile[]): Promise<void> {
  for (const file of files) {
    const path = target(dataDir, file.name);
    if (path === undefined) throw new Error(`the archive names a file outside the data folder: ${file.name}`);
    const present = await readFile(path).catch((error: unknown) => { if (isMissing(error)) return undefined; throw error; });
    if (present && !present.equals(file.content)) throw new Error(`${path} exists and differs: restore into an empty data folder`);
  }
}

export async function writeDataFiles(dataDir: string, files: readonly DataFile[]): Promise<void> {
  for (const file of files) {
    const path = target(dataDir, file.name);
    if (path === undefined) continue;
    await mkdir(dirname(path), { recursive: true, mode: 0o711 });
    await writeFile(path, file.content, { mode: file.mode, flush: true });
    await chmod(path, file.mode);
  }
}
