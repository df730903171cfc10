/**
 * A refusal of the input. `code` is stable (`noun.reason`), `path` names the field, `line` and `column` (1-based) are
 * set where the input was a text.
 */
export class TallyInputError extends Error {
  readonly code: string;
  readonly path: string;
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(code: string, message: string, at: { path?: string; line?: number; column?: number } = {}) {
    super(message);
    this.name = 'TallyInputError';
    this.code = code;
    this.path = at.path ?? '';
    this.line = at.line;
    this.column = at.column;
  }
}

/** Throws `TallyInputError` unless `value` is a non-negative safe integer; returns it. */
export function wholeNumber(value: number, path: string): number {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new TallyInputError('number.not-whole', `${path}: expected a whole number, 0 or more, found ${String(value)}`, { path });
  }
  return value;
}
