/** Where a command reads and writes; only the result goes to `out`. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** the folder from which the user called: relative paths start there */
  readonly cwd: string;
}

/** 0 done · 1 a check found something · 2 wrong use or unreadable input. */
export type ExitCode = number;

export interface Command {
  readonly name: string;
  /** one line for the help */
  readonly summary: string;
  readonly run: (argv: readonly string[], io: Io) => Promise<ExitCode>;
}
