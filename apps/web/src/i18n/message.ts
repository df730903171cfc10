/** An argument that a message may be given. `unknown` values are passed through to `formatParts` (React nodes). */
export type MessageArgs = Readonly<Record<string, unknown>>;

type Node = string | Argument | Choice;
interface Argument { arg: string }
interface Choice { arg: string; kind: 'plural' | 'select'; options: Record<string, Node[]> }

/** `#` inside a plural: stands for the number itself. */
const HASH = '#';

/** Parses the part of ICU MessageFormat that the catalogues use: `{name}`, `{n, plural, =0 {} one {} few {} many {} other {}}`, `{x, select, a {} other {}}`, `#`, `''`. */
class Parser {
  private at = 0;
  constructor(private readonly source: string) {}

  message(inPlural: boolean, nested: boolean): Node[] {
    const nodes: Node[] = [];
    let text = '';
    const flush = () => { if (text !== '') nodes.push(text); text = ''; };
    while (this.at < this.source.length) {
      const char = this.source[this.at] as string;
      if (char === '}' && nested) break;
      if (char === '{') { flush(); nodes.push(this.argument()); continue; }
      this.at += 1;
      if (char === "'" && this.source[this.at] === "'") { text += "'"; this.at += 1; continue; }
      if (char === '#' && inPlural) { flush(); nodes.push({ arg: HASH }); continue; }
      text += char;
    }
    flush();
    return nodes;
  }

  private argument(): Node {
    this.at += 1;
    const arg = this.word();
    if (this.take('}')) return { arg };
    this.expect(',');
    const kind = this.word();
    if (kind !== 'plural' && kind !== 'select') this.fail(`unknown kind ${kind}`);
    this.expect(',');
    const options: Record<string, Node[]> = {};
    while (!this.take('}')) {
      const key = this.word();
      this.expect('{');
      options[key] = this.message(kind === 'plural', true);
      this.expect('}');
    }
    if (options.other === undefined) this.fail('no "other"');
    return { arg, kind, options };
  }

  private word(): string {
    this.space();
    const match = /^=?[\p{L}\p{N}_-]+/u.exec(this.source.slice(this.at));
    if (match === null) return this.fail('a word was expected');
    this.at += match[0].length;
    return match[0];
  }

  private space(): void { while (/\s/.test(this.source[this.at] ?? '')) this.at += 1; }

  private take(char: string): boolean {
    this.space();
    if (this.source[this.at] !== char) return false;
    this.at += 1;
    return true;
  }

  private expect(char: string): void { if (!this.take(char)) this.fail(`"${char}" was expected`); }

  private fail(why: string): never { throw new SyntaxError(`${why} at ${this.at} in "${this.source}"`); }
}

/** @throws SyntaxError when the source is not in the supported part of ICU MessageFormat */
export function parseMessage(source: string): readonly Node[] {
  return new Parser(source).message(false, false);
}

/** The names of all arguments, sorted; used by the catalogue tests. */
export function argumentNames(nodes: readonly Node[]): string[] {
  const names = new Set<string>();
  const visit = (node: Node): void => {
    if (typeof node === 'string') return;
    if (node.arg !== HASH) names.add(node.arg);
    if ('options' in node) for (const option of Object.values(node.options)) option.forEach(visit);
  };
  nodes.forEach(visit);
  return [...names].sort();
}

const rules = new Map<string, Intl.PluralRules>();
function pluralCategory(locale: string, n: number): string {
  const known = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, known);
  return known.select(n);
}

function branchName(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'other';
}

interface Scope { locale: string; args: MessageArgs; number: (n: number) => string; hash?: number }

/**
 * A message as a list of texts and argument values in reading order. Numbers are formatted, other values are passed through.
 * A missing argument shows as its name in braces, so that it is seen and nothing breaks in front of a hall.
 */
export function formatParts(nodes: readonly Node[], scope: Scope): unknown[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [node];
    if (node.arg === HASH) return [scope.number(scope.hash ?? 0)];
    const value = scope.args[node.arg];
    if (value === undefined) return [`{${node.arg}}`];
    if (!('options' in node)) return [typeof value === 'number' ? scope.number(value) : value];
    if (node.kind === 'select') return formatParts(node.options[branchName(value)] ?? node.options.other ?? [], scope);
    const n = Number(value);
    const option = node.options[`=${n}`] ?? node.options[pluralCategory(scope.locale, n)] ?? node.options.other ?? [];
    return formatParts(option, { ...scope, hash: n });
  });
}
