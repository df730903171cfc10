/** One case of a folder in the format of `cases/FORMAT.md`. */
export interface Case {
  readonly name: string;
  readonly method: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly candidates?: readonly string[];
  readonly seats?: number | null;
  readonly ballots?: unknown;
  readonly costs?: Readonly<Record<string, number | string>>;
  readonly budget?: number | string;
  readonly groups?: unknown;
  /** Two texts of a difference, with the markup of their program. */
  readonly input?: { readonly before: string; readonly after: string };
  readonly overallPublished?: { readonly yes: number; readonly no: number };
  readonly expected: Readonly<Record<string, unknown>>;
}

/** What was counted, with the keys of `expected`. */
export type Answer = Readonly<Record<string, unknown>>;

/** Reads a file of the case's folder as text. */
export type ReadFile = (relativePath: string) => string;
