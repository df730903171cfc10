import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CODES, familyOf } from './codes.js';
import { FORGED } from './testing/by-code.js';
import { verifyBundle } from './verify-bundle.js';
import { filesOf, pack } from './testing/seal.js';
import { boundDay } from './testing/bound-day.js';

describe('codes of findings', () => {
  it('the day that the forgeries bind notes to is right', () => {
    expect(verifyBundle(pack(filesOf(boundDay()))).findings).toEqual([]);
  });

  it('all stand in the document by which others write their verifier', () => {
    const named = new Set([...readFileSync(new URL('../../../docs/verification.md', import.meta.url), 'utf8').matchAll(/`([a-z]+\.[a-z-]+|[a-z]+\.\*)`/gu)].map(([, code]) => code));
    expect(CODES.filter((code) => !named.has(code) && !named.has(`${familyOf(code)}.*`))).toEqual([]);
  });

  it.each(CODES)('%s is found in a bundle that is forged so', (code) => {
    const { bundle, known } = FORGED[code]();
    const { outcome, findings } = verifyBundle(bundle, known);
    expect(findings.map((finding) => finding.code)).toContain(code);
    expect(outcome).toBe(code === 'bundle.unreadable' ? 'unreadable' : 'findings');
    // in words of one line, however much was forged
    for (const { words } of findings) expect(words).toMatch(/^[^\n]{8,400}$/u);
  });
});
