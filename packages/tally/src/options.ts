import { TallyInputError } from './errors.js';

/** Options by name, as typed values or as the text of a command line. */
export type TallyOptions = Readonly<Record<string, unknown>>;

/** Reads the options of one method; what is never read is an unknown option. */
export class OptionReader {
  private readonly read = new Set<string>();

  constructor(private readonly method: string, private readonly options: TallyOptions) {}

  private fault(name: string, expected: string): TallyInputError {
    return new TallyInputError('option.value', `option ${name}: expected ${expected}, found "${String(this.options[name])}"`, { path: `options.${name}` });
  }

  private take(name: string): unknown {
    this.read.add(name);
    return Object.hasOwn(this.options, name) ? this.options[name] : undefined;
  }

  /** One of `values`; the first is the default. */
  choice<const T extends string>(name: string, values: readonly [T, ...T[]]): T {
    const value = this.take(name);
    if (value === undefined || value === null) return values[0];
    const found = values.find((v) => v === value);
    if (found === undefined) throw this.fault(name, values.join(' | '));
    return found;
  }

  flag(name: string): boolean {
    const value = this.take(name);
    if (value === undefined || value === false || value === 'false') return false;
    if (value === true || value === 'true') return true;
    throw this.fault(name, 'true | false');
  }

  whole(name: string): number | undefined {
    const value = this.take(name);
    if (value === undefined || value === null) return undefined;
    const n = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
    if (typeof n !== 'number' || !Number.isSafeInteger(n) || n < 0) throw this.fault(name, 'a whole number');
    return n;
  }

  /** A list: an array, JSON text of one, or text separated by commas. */
  list(name: string): string[] | undefined {
    const value = this.take(name);
    if (value === undefined || value === null) return undefined;
    if (Array.isArray(value)) return value.map(String);
    if (typeof value !== 'string') throw this.fault(name, 'a list');
    if (!value.startsWith('[')) return value.split(',').map((s) => s.trim());
    try {
      const parsed: unknown = JSON.parse(value);
      if (Array.isArray(parsed)) return parsed.map(String);
    } catch {
      // falls through to the same fault as any other value
    }
    throw this.fault(name, 'a JSON list');
  }

  choices<const T extends string>(name: string, values: readonly T[]): T[] | undefined {
    return this.list(name)?.map((v) => {
      const found = values.find((x) => x === v);
      if (found === undefined) throw this.fault(name, `a list of ${values.join(' | ')}`);
      return found;
    });
  }

  done(): void {
    const unknown = Object.keys(this.options).find((name) => !this.read.has(name));
    if (unknown === undefined) return;
    const known = [...this.read].sort().join(', ') || 'none';
    throw new TallyInputError('option.unknown', `option ${unknown}: ${this.method} has no such option (known: ${known})`, { path: `options.${unknown}` });
  }
}
