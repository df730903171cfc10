import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { resolutionDocument, resolutionJsonSchema } from '@tegerek/contracts';
import { sampleResolution } from './document/sample-resolution.js';

/** The sample with ids as the server makes them. */
function real(): unknown {
  const ids = new Map<string, string>();
  const idOf = (name: string): string => { ids.set(name, ids.get(name) ?? `00000000-0000-4000-8000-${String(ids.size + 1).padStart(12, '0')}`); return ids.get(name) ?? ''; };
  return JSON.parse(JSON.stringify(sampleResolution()).replaceAll('\u{FFFE}', ''), (key, value: unknown) => {
    if (/(?:^id|Id)$/u.test(key) && typeof value === 'string') return key === 'id' && value.includes('.') ? value : idOf(value);
    if ((key === 'selected' || key === 'waiting') && Array.isArray(value)) return (value as string[]).map(idOf);
    if (key === 'ranking' && Array.isArray(value)) return (value as string[][]).map((place) => place.map(idOf));
    return value;
  });
}

describe('the published shape of a resolution', () => {
  it('is what the document has, and nothing else', () => {
    const failed = resolutionDocument.safeParse(real());
    expect(failed.error?.issues ?? []).toEqual([]);
    expect(resolutionDocument.safeParse({ ...(real() as object), more: 1 }).success).toBe(false);
  });

  it('is the file in docs', () => {
    const file = JSON.parse(readFileSync(new URL('../../../../docs/resolution.schema.json', import.meta.url), 'utf8')) as unknown;
    expect(file).toEqual(JSON.parse(JSON.stringify(resolutionJsonSchema())));
  });
});
