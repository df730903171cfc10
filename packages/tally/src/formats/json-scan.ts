import { faultAt, positionAt } from './text.js';

export type JsonPath = readonly (string | number)[];

/** A strict JSON reader that builds nothing: it finds the first syntax error, or the place of one value. */
class Scanner {
  private at = 0;
  found: number | null = null;

  constructor(private readonly text: string, private readonly wanted: JsonPath | null) {}

  run(): void {
    if (this.text.startsWith('\uFEFF')) this.at = 1;
    this.value(0, true);
    this.space();
    if (this.at < this.text.length) throw faultAt(this.text, this.at, 'the end of the file');
  }

  private space(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at++;
  }

  private expect(char: string, expected: string): void {
    this.space();
    if (this.text[this.at] !== char) throw faultAt(this.text, this.at, expected);
    this.at++;
  }

  private value(depth: number, isOnPath: boolean): void {
    this.space();
    if (isOnPath && this.wanted !== null) this.found = this.at;
    const char = this.text[this.at];
    if (char === '{') this.object(depth, isOnPath);
    else if (char === '[') this.array(depth, isOnPath);
    else if (char === '"') this.string();
    else this.literal();
  }

  private literal(): void {
    const match = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/.exec(this.text.slice(this.at, this.at + 400));
    if (match === null) throw faultAt(this.text, this.at, 'a value');
    this.at += match[0].length;
  }

  private string(): string {
    const start = this.at;
    for (this.at++; ; this.at++) {
      const char = this.text[this.at];
      if (char === undefined || char < ' ') throw faultAt(this.text, this.at, 'the closing quote of a text');
      if (char === '"') break;
      if (char !== '\\') continue;
      if (!/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(this.text.slice(this.at + 1, this.at + 6))) throw faultAt(this.text, this.at, 'an escape such as \\n or \\u0041');
      this.at++;
    }
    this.at++;
    return JSON.parse(this.text.slice(start, this.at)) as string;
  }

  private leads(key: string | number, depth: number, isOnPath: boolean): boolean {
    return isOnPath && this.wanted !== null && this.wanted[depth] === key;
  }

  private object(depth: number, isOnPath: boolean): void {
    this.at++;
    this.space();
    if (this.text[this.at] === '}') {
      this.at++;
      return;
    }
    for (;;) {
      this.space();
      if (this.text[this.at] !== '"') throw faultAt(this.text, this.at, 'a name in quotes');
      const key = this.string();
      this.expect(':', '":"');
      this.value(depth + 1, this.leads(key, depth, isOnPath));
      if (this.isLast('}')) return;
    }
  }

  private array(depth: number, isOnPath: boolean): void {
    this.at++;
    this.space();
    if (this.text[this.at] === ']') {
      this.at++;
      return;
    }
    for (let i = 0; ; i++) {
      this.value(depth + 1, this.leads(i, depth, isOnPath));
      if (this.isLast(']')) return;
    }
  }

  private isLast(close: string): boolean {
    this.space();
    const char = this.text[this.at];
    if (char !== close && char !== ',') throw faultAt(this.text, this.at, `"," or "${close}"`);
    this.at++;
    return char === close;
  }
}

/** Parses JSON. Throws `TallyInputError` with line and column of the first syntax error. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as unknown;
  } catch (fault) {
    new Scanner(text, null).run();
    throw fault;
  }
}

/** Where in a valid JSON text the value at a path stands, or the deepest part of the path that exists. */
export function locateInJson(text: string, path: JsonPath): { line: number; column: number } {
  const scanner = new Scanner(text, path);
  scanner.run();
  return positionAt(text, scanner.found ?? 0);
}

/** "ballots[3].ranking" as a path. */
export function parsePath(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map((m) => (m[1] === undefined ? m[2]! : Number(m[1])));
}
