import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import {
  TallyInputError, locateInJson, parseBlt, parseCvotes, parseElectionJson, parsePabulib, parsePath, parsePolis, parsePrefLib, type ElectionFile,
} from '@tegerek/tally';

type Parse = (text: string) => ElectionFile;

const PARSERS: Readonly<Record<string, Parse>> = {
  '.json': parseElectionJson, '.blt': parseBlt, '.cvotes': parseCvotes, '.pb': parsePabulib,
  '.soc': (text) => parsePrefLib(text, 'soc'), '.soi': (text) => parsePrefLib(text, 'soi'),
  '.toc': (text) => parsePrefLib(text, 'toc'), '.toi': (text) => parsePrefLib(text, 'toi'),
  '.csv': (text) => ({ candidates: parsePolis(text).statements }),
};

export interface ReadElection {
  readonly election: ElectionFile;
  /** gives a refusal of the counting the place in the file, where the file has one */
  readonly place: (fault: TallyInputError) => { readonly line: number; readonly column: number };
  /** other files of the same folder */
  readonly sibling: (name: string) => string;
  readonly fileName: string;
}

/** A text in UTF-8. Throws `TallyInputError` for bytes that are none, and for a file that cannot be read. */
function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (fault) {
    throw new TallyInputError('file.unreadable', `cannot read the file (${(fault as NodeJS.ErrnoException).code ?? 'unknown fault'})`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const valid = new TextDecoder('utf-8').decode(bytes);
    const at = valid.indexOf('\uFFFD');
    const before = valid.slice(0, at);
    throw new TallyInputError('file.not-utf8', 'expected text in UTF-8', { line: before.split('\n').length, column: at - before.lastIndexOf('\n') });
  }
}

/** Reads one election by the ending of the file's name. */
export function readElection(path: string): ReadElection {
  const ending = extname(path).toLowerCase();
  const parse = Object.hasOwn(PARSERS, ending) ? PARSERS[ending] : undefined;
  if (parse === undefined) throw new TallyInputError('file.format', `expected a file ending in ${Object.keys(PARSERS).join(' ')}, found "${ending}"`);
  const text = readText(path);
  return {
    election: parse(text), fileName: basename(path), sibling: (name) => readText(join(dirname(path), name)),
    place: (fault) => {
      if (fault.line !== undefined && fault.column !== undefined) return { line: fault.line, column: fault.column };
      return ending === '.json' && fault.path !== '' ? locateInJson(text, parsePath(fault.path)) : { line: 1, column: 1 };
    },
  };
}
