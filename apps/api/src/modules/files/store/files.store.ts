import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { derivedId } from '../../../platform/ids/derived-id.js';
import type { Work } from '../../../platform/commands/work.js';
import { FileRow } from './file.row.js';

const CHUNK_BYTES = 1_048_576;

export const fileId = (space: string, hash: string): string => derivedId('file', space, hash);

/** A file of this dialogue, by its hash. */
export const findFile = (work: Work, hash: string): Promise<FileRow | undefined> => work.get(FileRow, fileId(work.space, hash));

/** It is quoted from now on, and stays. */
export function quoteFile(work: Work, file: FileRow): void {
  if (!file.quoted) work.put(FileRow, { ...file, quoted: true });
}

export interface Held {
  /** Files and bytes of one seat that nothing quotes yet, and bytes of the whole dialogue. */
  waiting: number;
  seatBytes: number;
  spaceBytes: number;
}

/** Bytes and who may find them; beside the command path, since no entry of the log tells of a file before something quotes it. */
@Injectable()
export class Files {
  constructor(private readonly db: DataSource) {}

  async held(space: string, seatId: string): Promise<Held> {
    const [row]: Held[] = await this.db.query(
      `SELECT count(*) FILTER (WHERE by_seat = $2 AND NOT quoted)::int AS waiting, coalesce(sum(size) FILTER (WHERE by_seat = $2), 0)::float8 AS "seatBytes", coalesce(sum(size), 0)::float8 AS "spaceBytes" FROM files.file WHERE space = $1`,
      [space, seatId],
    );
    return row ?? { waiting: 0, seatBytes: 0, spaceBytes: 0 };
  }

  /** Keeps a file; who sends the same bytes again finds it kept already. */
  async keep(file: Omit<FileRow, 'id' | 'quoted'>, bytes: Buffer): Promise<void> {
    await this.db.transaction(async (manager) => {
      for (let i = 0; i * CHUNK_BYTES < bytes.length; i++) {
        await manager.query('INSERT INTO files.chunk (hash, i, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [file.hash, i, bytes.subarray(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES)]);
      }
      await manager.query(
        `INSERT INTO files.file (id, space, hash, type, size, by_seat, at, quoted) VALUES ($1, $2, $3, $4, $5, $6, $7, false) ON CONFLICT (id) DO UPDATE SET at = greatest(files.file.at, excluded.at)`,
        [fileId(file.space, file.hash), file.space, file.hash, file.type, file.size, file.bySeat, file.at],
      );
    });
  }

  async find(space: string, hash: string): Promise<FileRow | undefined> {
    const [row]: FileRow[] = await this.db.query('SELECT id, space, hash, type, size, by_seat AS "bySeat", at, quoted FROM files.file WHERE id = $1 AND space = $2', [fileId(space, hash), space]);
    return row;
  }

  async bytes(hash: string): Promise<Buffer> {
    const rows: { bytes: Buffer }[] = await this.db.query('SELECT bytes FROM files.chunk WHERE hash = $1 ORDER BY i', [hash]);
    return Buffer.concat(rows.map((row) => row.bytes));
  }

  /** Forgets what nothing quotes and was sent before `at` (ms), and bytes that no file names. Returns how many files went. */
  async forget(at: number): Promise<number> {
    const gone: unknown[] = await this.db.query('WITH gone AS (DELETE FROM files.file WHERE NOT quoted AND at < $1 RETURNING hash) SELECT hash FROM gone', [at]);
    if (gone.length > 0) await this.db.query('DELETE FROM files.chunk c WHERE NOT EXISTS (SELECT 1 FROM files.file f WHERE f.hash = c.hash)');
    return gone.length;
  }
}
