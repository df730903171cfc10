/// <reference types="node" />
import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REFUSALS } from '@tegerek/contracts/wire';
import { missingKeys, unequalArguments, untranslated, type Catalogues } from './catalogue-audit.js';
import { phoneCatalogues } from './catalogues/phone.js';
import { projectorCatalogues } from './catalogues/projector.js';
import { publicCatalogues } from './catalogues/public.js';
import { staffCatalogues } from './catalogues/staff.js';
import { verifierCatalogues } from './catalogues/verifier.js';

/** The same word in both languages, looked at by a person. A new one is written here with its language. */
const SAME_ON_PURPOSE = new Set(['ky ui.product', 'ky verify.fact.log']);

const HERE = dirname(fileURLToPath(import.meta.url));
const SURFACES = { phone: phoneCatalogues, staff: staffCatalogues, projector: projectorCatalogues, public: publicCatalogues, verifier: verifierCatalogues };

async function load(surface: keyof typeof SURFACES): Promise<Catalogues> {
  const { ru, ky, en } = SURFACES[surface];
  return { ru: await ru(), ky: await ky(), en: await en() };
}

describe.each(Object.keys(SURFACES) as (keyof typeof SURFACES)[])('catalogues of the %s', (surface) => {
  it('have every key in every language', async () => { expect(missingKeys(await load(surface))).toEqual([]); });
  it('have the same arguments in every language', async () => { expect(unequalArguments(await load(surface))).toEqual([]); });
  it('are translated', async () => { expect(untranslated(await load(surface), SAME_ON_PURPOSE)).toEqual([]); });
});

describe('message files', () => {
  const files = readdirSync(join(HERE, 'messages')).filter((name) => name.endsWith('.js'));

  it('come in three languages each', () => {
    const features = new Set(files.map((name) => basename(name).split('.')[0]));
    expect(files.sort()).toEqual([...features].flatMap((feature) => ['en', 'ky', 'ru'].map((lang) => `${feature}.${lang}.js`)).sort());
  });

  it('are each part of some surface', async () => {
    const known = new Set((await Promise.all((Object.keys(SURFACES) as (keyof typeof SURFACES)[]).map(async (each) => Object.keys((await load(each)).ru)))).flat());
    const lost = await Promise.all(files.filter((name) => name.endsWith('.ru.js')).map(async (name) => {
      const module = await import(join(HERE, 'messages', name)) as Record<string, Record<string, string>>;
      return Object.values(module).flatMap((messages) => Object.keys(messages)).filter((key) => !known.has(key));
    }));
    expect(lost.flat()).toEqual([]);
  });
});

describe('refusals', () => {
  it('have words for every code of the contracts, and for no other', async () => {
    const words = Object.keys((await load('phone')).ru).filter((key) => key.startsWith('refusal.')).map((key) => key.slice('refusal.'.length));
    expect(words.sort()).toEqual([...Object.keys(REFUSALS), 'other'].sort());
  });
});

describe('the audit', () => {
  const catalogues: Catalogues = { ru: { a: 'да {x}', b: 'нет', c: '{n}' }, ky: { a: 'ооба', b: 'нет', c: '{n}' }, en: { a: 'yes {x}', c: '{n' } };
  it('finds a missing key', () => { expect(missingKeys(catalogues)).toEqual(['en b']); });
  it('finds unequal arguments and what does not parse', () => { expect(unequalArguments(catalogues).map((line) => line[0])).toEqual(['a', 'c']); });
  it('finds what was never translated', () => { expect(untranslated(catalogues, new Set())).toEqual(['ky b']); });
});
