import type { SignedBy } from './checks/checkpoints.js';
import type { Code } from './codes.js';

/** One thing that does not fit. `code` is stable, `at` the place in the bundle, `words` say it to a reader. */
export interface Finding {
  code: Code;
  at: string;
  words: string;
}

export interface Report {
  /** `unreadable`: the container or its manifest could not be parsed as a bundle; nothing was checked. */
  outcome: 'right' | 'findings' | 'unreadable';
  findings: Finding[];
  /** What a bundle alone cannot show, or what this one does not hold. */
  notChecked: string[];
  facts: Facts | null;
}

export interface Facts {
  dialogueId: string;
  head: { seq: number; hash: string };
  entries: number;
  /** Events that are opened, of all; the others stay commitments. */
  opened: number;
  events: number;
  erased: number;
  votes: number;
  ballots: number;
  resolutions: number;
  /** SHA-256 of `tegerek/bundle/v1\n` ‖ manifest: one figure for the whole bundle. */
  fingerprint: string;
  /** Who signed the newest checkpoint; null: nobody of keys.json. */
  signed: SignedBy | null;
}

/** So many findings of one code are listed: a bundle that is no such thing has a million of them. */
const MOST_OF_A_KIND = 1_000;

/** Collects findings; a check that throws is a finding too, never a crash. */
export class Findings {
  readonly all: Finding[] = [];
  readonly #found = new Map<Code, number>();

  add(code: Code, at: string, words: string): void {
    const found = (this.#found.get(code) ?? 0) + 1;
    this.#found.set(code, found);
    if (found <= MOST_OF_A_KIND) this.all.push({ code, at, words });
    else if (found === MOST_OF_A_KIND + 1) this.all.push({ code, at: '', words: `more than ${MOST_OF_A_KIND} findings of this kind: the others are not listed` });
  }

  /** Runs one check. */
  guard(code: Code, at: string, check: () => void): void {
    try {
      check();
    } catch (error) {
      this.add(code, at, error instanceof Error ? error.message : String(error));
    }
  }
}
