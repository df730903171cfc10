/** A fault in how the command was called. */
export class UsageError extends Error {}

export interface TallyArguments {
  readonly method: string | null;
  readonly seats: number | null;
  readonly options: Readonly<Record<string, string>>;
  readonly format: 'json' | 'text';
  readonly locale: 'ru' | 'ky' | 'en';
  readonly files: readonly string[];
}

type Draft = { -readonly [K in keyof TallyArguments]: TallyArguments[K] } & { options: Record<string, string>; files: string[] };

function oneOf<T extends string>(name: string, value: string, values: readonly T[]): T {
  const found = values.find((v) => v === value);
  if (found === undefined) throw new UsageError(`${name}: expected ${values.join(' or ')}, found "${value}"`);
  return found;
}

const FLAGS: Readonly<Record<string, (draft: Draft, value: string) => void>> = {
  '--method': (draft, value) => { draft.method = value; },
  '--seats': (draft, value) => {
    if (!/^\d{1,6}$/.test(value)) throw new UsageError(`--seats: expected a whole number, found "${value}"`);
    draft.seats = Number(value);
  },
  '--option': (draft, value) => {
    const at = value.indexOf('=');
    if (at < 1) throw new UsageError(`--option: expected name=value, found "${value}"`);
    draft.options[value.slice(0, at)] = value.slice(at + 1);
  },
  '--format': (draft, value) => { draft.format = oneOf('--format', value, ['json', 'text']); },
  '--locale': (draft, value) => { draft.locale = oneOf('--locale', value, ['ru', 'ky', 'en']); },
};

/** Reads `--name value` and `--name=value`; everything else is a file. Throws `UsageError`. */
export function readArguments(argv: readonly string[]): TallyArguments {
  const draft: Draft = { method: null, seats: null, options: {}, format: 'json', locale: 'en', files: [] };
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]!;
    if (!arg.startsWith('--')) {
      draft.files.push(arg);
      continue;
    }
    const [name, ...inline] = arg.split('=');
    const flag = Object.hasOwn(FLAGS, name!) ? FLAGS[name!] : undefined;
    if (flag === undefined) throw new UsageError(`no option ${name}; known: ${Object.keys(FLAGS).join(' ')}`);
    const value = inline.length > 0 ? inline.join('=') : argv[++i];
    if (value === undefined) throw new UsageError(`${name}: expected a value`);
    flag(draft, value);
  }
  if (draft.files.length === 0) throw new UsageError('expected at least one FILE');
  return draft;
}
