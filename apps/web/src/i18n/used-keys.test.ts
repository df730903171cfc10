/// <reference types="node" />
import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { messages as phone } from './catalogues/phone.ru.js';
import { messages as projector } from './catalogues/projector.ru.js';
import { messages as publicPage } from './catalogues/public.ru.js';
import { messages as staff } from './catalogues/staff.ru.js';
import { messages as verifier } from './catalogues/verifier.ru.js';
import { namedKeys, reach } from './used-keys.js';

const OUT = new URL('../', import.meta.url);
const read = (url: string) => (existsSync(new URL(url)) ? readFileSync(new URL(url), 'utf8') : undefined);
const ALL = new Set(Object.keys({ ...phone, ...projector, ...publicPage, ...staff, ...verifier }));
const ENTRIES = [['phone', phone], ['console', staff], ['organizer', staff], ['projector', projector], ['verifier', verifier]] as const;

describe.each(ENTRIES)('app/%s', (entry, catalogue) => {
  it('carries every message that its code names', () => {
    const named = namedKeys(reach(new URL(`app/${entry}.js`, OUT).href, { read }).values(), ALL);
    expect([...named].filter((key) => !(key in catalogue))).toEqual([]);
    expect(named.size).toBeGreaterThan(0);
  });
});

/** A message that no code names is worth a word, not a failure: features may bring theirs before their screens. */
afterAll(() => {
  const files = readdirSync(OUT, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js') && !/\.test\.js$|i18n[\\/](catalogues|messages)[\\/]/.test(name));
  const named = namedKeys(files.map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), OUT), 'utf8')), ALL);
  const unused = [...ALL].filter((key) => !named.has(key));
  if (unused.length > 0) process.emitWarning(`messages that no code names: ${unused.join(', ')}`);
});

describe('namedKeys', () => {
  const keys = new Set(['a.one', 'a.two', 'b.one', 'b.deep.x']);
  it('finds literals and beginnings of templates', () => {
    expect([...namedKeys(["t('a.one'); x = 'c.one'; t(`b.deep.${y}`)"], keys)]).toEqual(['a.one', 'b.deep.x']);
  });

  it('follows relative imports once', () => {
    const files: Record<string, string> = { 'file:///x/a.js': "import './b.js'; import('../y/c.js')", 'file:///x/b.js': "import { a } from './a.js';", 'file:///y/c.js': '' };
    expect([...reach('file:///x/a.js', { read: (url) => files[url] }).keys()]).toEqual(['file:///x/a.js', 'file:///x/b.js', 'file:///y/c.js']);
  });
});
