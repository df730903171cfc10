import { sha256Hex } from '@tegerek/ballot';
import { canonicalize } from '@tegerek/contracts/wire';
import type { Findings } from '../report.js';
import { NoBundle, textOf, type Files } from './container.js';

export interface Manifest {
  format: 'tegerek-bundle';
  v: 1;
  log: string;
  head: { seq: number; hash: string };
  files: Record<string, string>;
}

export const MANIFEST = 'manifest.json';

/** @throws NoBundle where there is no manifest that could be read as one */
export function readManifest(files: Files): Manifest {
  const bytes = files[MANIFEST];
  if (!bytes) throw new NoBundle('there is no manifest.json');
  let parsed: unknown;
  try {
    parsed = JSON.parse(textOf(bytes));
  } catch {
    throw new NoBundle('manifest.json cannot be parsed');
  }
  if (!isManifest(parsed)) throw new NoBundle('manifest.json is not that of a tegerek bundle, version 1');
  return parsed;
}

function isManifest(value: unknown): value is Manifest {
  const { format, v, log, head, files } = (value ?? {}) as Partial<Manifest>;
  const isRecord = (one: unknown): boolean => typeof one === 'object' && one !== null && !Array.isArray(one);
  return format === 'tegerek-bundle' && v === 1 && typeof log === 'string' && isRecord(head) && isRecord(files);
}

/** C1: the manifest is canonical, has nothing else in it, and names every file with its hash. */
export function checkManifest(files: Files, manifest: Manifest, head: { seq: number; hash: string }, log: string, findings: Findings): void {
  const hashes = Object.fromEntries(Object.keys(files).filter((name) => name !== MANIFEST).sort().map((name) => [name, sha256Hex(files[name] ?? new Uint8Array())]));
  for (const name of Object.keys(manifest.files).sort()) {
    if (!Object.hasOwn(hashes, name)) findings.add('manifest.missing', name, 'the manifest names this file, but it is not in the bundle');
    else if (hashes[name] !== manifest.files[name]) findings.add('manifest.hash', name, 'the file has another SHA-256 than the manifest says');
  }
  for (const name of Object.keys(hashes)) if (!Object.hasOwn(manifest.files, name)) findings.add('manifest.unnamed', name, 'the manifest does not name this file');
  if (manifest.head.seq !== head.seq || manifest.head.hash !== head.hash) findings.add('manifest.head', MANIFEST, `the manifest says head ${manifest.head.seq} ${manifest.head.hash}, the log ends with ${head.seq} ${head.hash}`);
  if (manifest.log !== log) findings.add('manifest.log', MANIFEST, `the manifest is of the log ${manifest.log}, the entries are of ${log}`);
  const canonical = canonicalize({ files: manifest.files, format: manifest.format, head: { hash: manifest.head.hash, seq: manifest.head.seq }, log: manifest.log, v: manifest.v });
  if (textOf(files[MANIFEST] ?? new Uint8Array()) !== canonical) findings.add('manifest.canonical', MANIFEST, 'the manifest is not in its canonical form');
}

export const fingerprintOf = (files: Files): string => sha256Hex(`tegerek/bundle/v1\n${textOf(files[MANIFEST] ?? new Uint8Array())}`);
