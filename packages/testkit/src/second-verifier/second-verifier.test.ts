import { beforeAll, describe, expect, it } from '@jest/globals';
import { verifyBundle } from '@tegerek/verify';
import { amendedDay, collectiveDay, filesOf, FORGED, pack, sampleBundle, sampleCheckpoint, spoiledBundle } from '@tegerek/verify/testing';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { wholeForgeries } from './forgeries.js';
import { madeUpVotes } from './made-up-votes.js';
import { askSecondVerifier, hasPython3, type SecondReport } from './second-verifier.js';

interface Named { name: string; bundle: Uint8Array; since?: string; key?: string }

function flipped(content: Uint8Array | undefined): Uint8Array {
  const changed = Uint8Array.from(content ?? []);
  const at = changed.length >> 1;
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

/** One byte of each file of the bundle, in turn; the manifest stays, or (`anew`) fits again where the second verifier reads the file. */
function changedBytes(): Named[] {
  const files = unzipSync(sampleBundle());
  const stays = Object.entries(files).map(([name, content]) => ({ name: `a byte of ${name}`, bundle: zipSync({ ...files, [name]: flipped(content) }, { level: 1 }) }));
  const anew = Object.keys(files).filter((name) => /^(payload|votes|resolutions\/\d+\.json|keys)/u.test(name)).map((name) => ({ name: `a byte of ${name}, manifest anew`, bundle: pack({ ...files, [name]: flipped(files[name]) }) }));
  return [...stays, ...anew];
}

const KEY = String((JSON.parse(strFromU8(unzipSync(sampleBundle())['keys.json'] ?? new Uint8Array())) as { keys: string[] }).keys[0]);
const RIGHT: Named[] = [
  { name: 'the sample', bundle: sampleBundle() },
  { name: 'agenda, paper, correction, scale and lot', bundle: pack(filesOf(collectiveDay())) },
  { name: 'amendments by the room', bundle: pack(filesOf(amendedDay())) },
  { name: 'the sample after its checkpoint', bundle: sampleBundle(), since: sampleCheckpoint() },
  { name: 'the sample by its key', bundle: sampleBundle(), key: KEY },
];
const WRONG: Named[] = [
  { name: 'a spoiled file', bundle: spoiledBundle() },
  { name: 'another checkpoint', bundle: sampleBundle(), since: sampleCheckpoint().replace(/\n\d+\n/u, '\n7\n') },
  { name: 'no checkpoint', bundle: sampleBundle(), since: 'заметка\n' },
  { name: 'another key', bundle: sampleBundle(), key: '0123456789abcdef' },
  ...changedBytes(), ...wholeForgeries(),
];
/** One for each code of the first verifier but those of the documents' text, which the second does not read. */
const BY_CODE: Named[] = Object.entries(FORGED).filter(([code]) => !/^(docx|pdf)\./u.test(code)).map(([name, make]) => { const { bundle, known } = make(); return { name, bundle, ...known }; });
const UNREADABLE: Named[] = [{ name: 'no ZIP', bundle: new TextEncoder().encode('not a bundle') }, { name: 'no manifest', bundle: zipSync({ 'log.jsonl': new Uint8Array() }) }];
const BUNDLES = [...RIGHT, ...WRONG, ...BY_CODE, ...UNREADABLE];
const FIRST = BUNDLES.map(({ bundle, since, key }) => verifyBundle(bundle, { ...(since === undefined ? {} : { since }), ...(key === undefined ? {} : { key }) }).outcome);
const VOTES_MADE_UP = madeUpVotes(300, 7);
const withPython3 = await hasPython3();
console.info(`second verifier: pyodide${withPython3 ? ' and python3' : '; python3 is not on PATH: not run'}`);

describe.each(withPython3 ? (['pyodide', 'python3'] as const) : (['pyodide'] as const))('the second verifier under %s', (interpreter) => {
  let reports: SecondReport[];
  let counted: unknown[];
  let selfTest: unknown;
  beforeAll(async () => {
    const answers = await askSecondVerifier(interpreter, [...BUNDLES.map(({ name: _, ...given }) => given), ...VOTES_MADE_UP.map(({ opened, ballots }) => ({ opened, ballots })), { selfTest: true }]);
    reports = answers.slice(0, BUNDLES.length) as SecondReport[];
    counted = answers.slice(BUNDLES.length, -1);
    selfTest = answers.at(-1);
  }, 180_000);

  it('agrees with the first on every bundle: right, wrong, changed by a byte, forged whole, no bundle', () => {
    const outcomes = (of: (at: number) => string) => Object.fromEntries(BUNDLES.map(({ name }, at) => [name, of(at)]));
    expect(outcomes((at) => String(reports[at]?.outcome))).toEqual(outcomes((at) => String(FIRST[at])));
    expect(new Set(FIRST.slice(RIGHT.length, RIGHT.length + WRONG.length)).has('right')).toBe(false);
    expect(FIRST.slice(0, RIGHT.length)).toEqual(RIGHT.map(() => 'right'));
  });

  it('passes its own test', () => { expect(selfTest).toEqual({ run: 22, failed: [] }); });

  it('names what it finds, with code and place, and says what it does not check', () => {
    for (const report of reports.filter(({ outcome }) => outcome !== 'right')) expect(report.findings[0]).toEqual({ code: expect.stringMatching(/^[a-z]+\.[a-z-]+$/u), place: expect.stringMatching(/./u), words: expect.any(String) });
    const forged = reports[BUNDLES.findIndex(({ name }) => name === 'a grade raised')];
    expect(forged?.findings.map(({ code, place }) => [code, place])).toContainEqual(['vote.result', expect.stringContaining('decision 1.2')]);
    expect(reports[0]?.notChecked.join()).toContain('text inside DOCX and PDF: not checked');
  });

  it('counts made-up votes of every kind of rule as the tally does', () => {
    expect(VOTES_MADE_UP.length).toBeGreaterThan(200);
    expect(new Set(VOTES_MADE_UP.map(({ result }) => (result as { grade?: string }).grade)).size).toBeGreaterThanOrEqual(6);
    expect(counted).toEqual(VOTES_MADE_UP.map(({ result }) => result));
  });
});
