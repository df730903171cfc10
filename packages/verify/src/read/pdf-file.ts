import { inflate, MOST } from './container.js';

export class Name {
  constructor(readonly name: string) {}
}
export class Ref {
  constructor(readonly number: number) {}
}
export type Dict = Map<string, Value>;
/** Strings are their bytes as code units 0…255. */
export type Value = number | boolean | null | string | Name | Ref | Value[] | Dict;

const SPACE = /[\0\t\n\f\r ]/u;
const END = /[\0\t\n\f\r ()<>[\]{}/%]/u;

/** Reads the values of PDF syntax from a text in which each code unit is a byte. */
export class PdfScanner {
  constructor(readonly text: string, public at = 0) {}

  skip(): void {
    for (;;) {
      while (SPACE.test(this.text[this.at] ?? '')) this.at++;
      if (this.text[this.at] !== '%') return;
      while (this.at < this.text.length && !/[\r\n]/u.test(this.text[this.at] ?? '')) this.at++;
    }
  }

  /** Letters up to the next delimiter: an operator or keyword. */
  word(): string {
    const from = this.at;
    while (this.at < this.text.length && !END.test(this.text[this.at] ?? '')) this.at++;
    return this.text.slice(from, this.at);
  }

  /** The next value; `undefined` where something else stands (an operator, the end). */
  value(): Value | undefined {
    this.skip();
    const { text, at } = this;
    const mark = text[at] ?? '';
    if (mark === '/') { this.at++; return new Name(this.word().replace(/#([0-9a-fA-F]{2})/gu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))); }
    if (mark === '(') return this.#string();
    if (text.startsWith('<<', at)) return this.#dict();
    if (mark === '<') return this.#hex();
    if (mark === '[') return this.#array();
    if (/[-+.\d]/u.test(mark)) return this.#number();
    for (const [word, value] of [['true', true], ['false', false], ['null', null]] as const) {
      if (text.startsWith(word, at) && END.test(text[at + word.length] ?? ' ')) { this.at += word.length; return value; }
    }
    return undefined;
  }

  #number(): number | Ref {
    const ref = /^(\d+) 0 R(?=[\0\t\n\f\r ()<>[\]{}/%]|$)/u.exec(this.text.slice(this.at, this.at + 20));
    if (ref) { this.at += ref[0].length; return new Ref(Number(ref[1])); }
    const number = Number(this.word());
    if (!Number.isFinite(number)) throw new Error('no number');
    return number;
  }

  #string(): string {
    let depth = 0;
    let result = '';
    for (; this.at < this.text.length; this.at++) {
      const mark = this.text[this.at] ?? '';
      if (mark === '\\') {
        const next = this.text[++this.at] ?? '';
        const octal = /^[0-7]{1,3}/u.exec(this.text.slice(this.at, this.at + 3))?.[0];
        if (octal) { result += String.fromCharCode(parseInt(octal, 8) & 0xff); this.at += octal.length - 1; } else result += ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' } as Record<string, string>)[next] ?? (next === '\n' ? '' : next);
        continue;
      }
      if (mark === '(' && depth++ === 0) continue;
      if (mark === ')' && --depth === 0) { this.at++; return result; }
      result += mark;
    }
    throw new Error('a string does not end');
  }

  #hex(): string {
    const end = this.text.indexOf('>', this.at);
    if (end < 0) throw new Error('a string does not end');
    const digits = this.text.slice(this.at + 1, end).replace(/\s+/gu, '');
    this.at = end + 1;
    return (`${digits}${digits.length % 2 === 1 ? '0' : ''}`.match(/../gu) ?? []).map((pair) => String.fromCharCode(parseInt(pair, 16))).join('');
  }

  #array(): Value[] {
    this.at++;
    const items: Value[] = [];
    for (let item = this.value(); item !== undefined; item = this.value()) items.push(item);
    if (this.text[this.at] !== ']') throw new Error('an array does not end');
    this.at++;
    return items;
  }

  #dict(): Dict {
    this.at += 2;
    const dict: Dict = new Map();
    for (let key = this.value(); key !== undefined; key = this.value()) {
      const value = this.value();
      if (!(key instanceof Name) || value === undefined || dict.has(key.name)) throw new Error('a dictionary has another shape');
      dict.set(key.name, value);
    }
    if (!this.text.startsWith('>>', this.at)) throw new Error('a dictionary does not end');
    this.at += 2;
    return dict;
  }
}

/** The objects of a PDF that was written once: one table of references, no later changes appended. */
export class PdfFile {
  readonly trailer: Dict;
  readonly #text: string;
  readonly #offsets = new Map<number, number>();
  #unpacked = 0;

  /** @throws Error where the bytes are no such PDF */
  constructor(bytes: Uint8Array) {
    let text = '';
    for (let i = 0; i < bytes.length; i += 8_192) text += String.fromCharCode(...bytes.subarray(i, i + 8_192));
    this.#text = text;
    if (!text.startsWith('%PDF-1.7') || (text.match(/startxref/gu) ?? []).length !== 1) throw new Error('no PDF 1.7 that was written once');
    const start = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text.slice(-60));
    const scanner = new PdfScanner(text, Number(start?.[1] ?? -1));
    const table = /^xref\s+0 (\d+)\s+/u.exec(text.slice(scanner.at, scanner.at + 40));
    if (!start || !table) throw new Error('no table of references');
    const from = scanner.at + table[0].length;
    for (let number = 0; number < Number(table[1]); number++) {
      const entry = /^(\d{10}) (\d{5}) ([nf])/u.exec(text.slice(from + number * 20, from + number * 20 + 18));
      if (!entry) throw new Error('a reference has another shape');
      if (entry[3] === 'n') this.#offsets.set(number, Number(entry[1]));
    }
    scanner.at = from + Number(table[1]) * 20;
    scanner.skip();
    if (scanner.word() !== 'trailer') throw new Error('no trailer');
    const trailer = scanner.value();
    if (!(trailer instanceof Map)) throw new Error('no trailer');
    this.trailer = trailer;
  }

  /** The value behind a reference, or the value itself. */
  resolve(value: Value | undefined): Value | undefined {
    return value instanceof Ref ? this.#object(value).value : value;
  }

  /** @throws Error where there is no dictionary */
  dict(value: Value | undefined, what: string): Dict {
    const found = this.resolve(value);
    if (!(found instanceof Map)) throw new Error(`${what} is missing`);
    return found;
  }

  /** The bytes of a stream, unpacked. */
  stream(value: Value | undefined, what: string): string {
    if (!(value instanceof Ref)) throw new Error(`${what} is missing`);
    const { value: dict, after } = this.#object(value);
    const length = dict instanceof Map ? this.resolve(dict.get('Length')) : undefined;
    const from = /^\s*stream\r?\n/u.exec(this.#text.slice(after, after + 20))?.[0].length;
    if (!(dict instanceof Map) || typeof length !== 'number' || from === undefined) throw new Error(`${what} is no stream`);
    const raw = this.#text.slice(after + from, after + from + length);
    const filter = dict.get('Filter');
    if (filter === undefined) return raw;
    if (!(filter instanceof Name) || filter.name !== 'FlateDecode' || dict.has('DecodeParms')) throw new Error(`${what} is packed in another way`);
    const bytes = this.#inflate(Uint8Array.from(raw, (each) => each.charCodeAt(0)), what);
    let text = '';
    for (let i = 0; i < bytes.length; i += 8_192) text += String.fromCharCode(...bytes.subarray(i, i + 8_192));
    return text;
  }

  #inflate(packed: Uint8Array, what: string): Uint8Array {
    const bytes = inflate(packed);
    // one stream may stand for many pages
    if ((this.#unpacked += bytes.length) > MOST.document.bytes) throw new Error(`${what}: the file unpacks to more than any document`);
    return bytes;
  }

  #object({ number }: Ref): { value: Value; after: number } {
    const at = this.#offsets.get(number);
    if (at === undefined || !this.#text.startsWith(`${number} 0 obj`, at)) throw new Error(`object ${number} is missing`);
    const scanner = new PdfScanner(this.#text, at + `${number} 0 obj`.length);
    const value = scanner.value();
    if (value === undefined) throw new Error(`object ${number} has no value`);
    return { value, after: scanner.at };
  }
}
