import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256Hex } from '@tegerek/ballot';
import { LANGS, type Reply } from '@tegerek/contracts';
import { boxOf } from '@tegerek/rules';
import { askSecondVerifier, hasPython3, LiveClient, type SecondReport } from '@tegerek/testkit';
import { verifyBundle } from '@tegerek/verify';
import { bundleTexts, looseForgeries, sealAnew, takeApart } from '@tegerek/verify/testing';
import { unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { beginDay, runDay, type Day, type Step } from '../laws/day.js';
import { startWorld, type World } from '../world.js';

/** A finding of either verifier. */
interface Named { code: string; at?: string; place?: string; words: string }

/** Hash of each file of the resolutions. */
const resolutionsOf = (bundle: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bundle)).filter(([name]) => name.startsWith('resolutions/')).map(([name, content]) => [name, sha256Hex(content)]));

/** A whole day through the real server, then everything that leaves it for the public. */
describe('what a day leaves', () => {
  let world: World;
  let day: Day;
  let base: string;
  const refusedEarly: string[] = [];
  let published: Record<string, string>;

  beforeAll(async () => {
    world = await startWorld();
    const begun = await beginDay(world);
    base = `/api/dialogues/${begun.day.dialogue.dialogueId}`;
    day = { ...begun.day, run: (step) => runStep(step) };
    await runDay(day, async () => ((await new LiveClient(world.url).request('POST', '/api/screens', {})).body as { code: string }).code);
  });
  afterAll(() => world.close());

  async function runStep(step: Step): Promise<Reply> {
    if (step.name === 'vote.close') {
      const { voteId } = step.payload as { voteId: string };
      refusedEarly.push(String((await get(`/votes/${voteId}/ballots`)).status));
    }
    if (step.name === 'dialogue.open') refusedEarly.push(String((await fetch(`${world.url}/p/${day.dialogue.create.setup.slug}`)).status));
    if (step.name === 'resolution.publish') refusedEarly.push(String((await get('/bundle.zip')).status), String((await get('/resolutions/1.json')).status));
    const reply = await day.devices[step.by].give(step.name, step.payload, { space: day.dialogue.dialogueId, over: 'http', ...(step.expect ? { expect: step.expect } : {}) });
    if (!reply.ok && reply.code === step.refusal) return reply;
    if (!reply.ok) throw new Error(`${step.name}: ${JSON.stringify(reply)}`);
    return reply;
  }

  // a connection of its own: a long recount here blocks the server too, which then lets go of the idle ones
  const get = (path: string): Promise<Response> => fetch(`${world.url}${base}${path}`, { headers: { Connection: 'close' } });
  const bytes = async (path: string): Promise<Uint8Array> => new Uint8Array(await (await get(path)).arrayBuffer());
  const askSecond = async (bundles: readonly Uint8Array[]): Promise<SecondReport[]> => (await askSecondVerifier((await hasPython3()) ? 'python3' : 'pyodide', bundles.map((bundle) => ({ bundle })))) as SecondReport[];
  const votes = () => Object.values(day.devices.organizer.state.snapshot.core.votes);

  it('nothing of it is there before its time', () => {
    expect(refusedEarly).toEqual(Array.from({ length: 10 }, () => '404'));
  });

  it('the bundle is right by the offline verifier, and the same bytes each time', async () => {
    const bundle = await bytes('/bundle.zip');
    published = resolutionsOf(bundle);
    const report = verifyBundle(bundle);
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ outcome: 'right', facts: { votes: 11, ballots: 20, resolutions: 1 } });
    // as hashes: a comparison of a million numbers one by one takes longer than making them
    expect(sha256Hex(await bytes('/bundle.zip'))).toBe(sha256Hex(bundle));
  });

  it('the bundle is right by the second verifier too', async () => {
    const [report] = await askSecond([await bytes('/bundle.zip')]);
    expect(report).toMatchObject({ outcome: 'right', findings: [], facts: { votes: 11, ballots: 20, resolutions: 1 } });
  });

  it('one byte of each file changed in turn is found, and the file named, by both verifiers', async () => {
    const bundle = await bytes('/bundle.zip');
    // the same files with the least documents: read in a tenth of the time
    const [real, light] = [unzipSync(bundle), unzipSync(sealAnew(takeApart(bundle)))];
    const changed = (files: typeof real, ...which: string[]): Uint8Array =>
      zipSync({ ...files, ...Object.fromEntries(which.map((name) => [name, (files[name] ?? new Uint8Array()).map((byte, i, { length }) => (i === length >> 1 ? byte ^ 1 : byte))])) }, { level: 1 });
    // of a changed manifest the file is named whose hash was changed, or it is no manifest any more
    const isNamed = (name: string, { outcome, findings }: { outcome: string; findings: readonly Named[] }): boolean =>
      name === 'manifest.json'
        ? outcome === 'unreadable' || findings.some(({ code }) => /^(manifest|file)\./u.test(code))
        : outcome === 'findings' && findings.some(({ at, place }) => at === name || place === name);
    const documents = Object.keys(real).filter((name) => /\.(?:docx|pdf)$/u.test(name));
    expect(documents).toHaveLength(6);
    expect(documents.filter((name) => !isNamed(name, verifyBundle(changed(real, name))))).toEqual([]);
    expect(Object.keys(light).filter((name) => !isNamed(name, verifyBundle(changed(light, name))))).toEqual([]);
    // the second compares each file alone with the manifest: all at once, then the manifest
    const others = Object.keys(real).filter((name) => name !== 'manifest.json');
    const [all, manifest] = await askSecond([changed(real, ...others), changed(real, 'manifest.json')]);
    expect(others.filter((name) => !all || !isNamed(name, all))).toEqual([]);
    expect(manifest && isNamed('manifest.json', manifest)).toBe(true);
  }, 180_000);

  it('forged whole by who owns a key, every decision, ranking, pile, amendment and annex in turn: found and named', async () => {
    const loose = takeApart(await bytes('/bundle.zip'));
    expect(verifyBundle(sealAnew(structuredClone(loose))).findings).toEqual([]);
    const forgeries = looseForgeries(loose).map((each) => {
      const day = structuredClone(loose);
      each.forge(day);
      return { ...each, bundle: sealAnew(day) };
    });
    const missed = forgeries.flatMap(({ name, finds, says, bundle }) => {
      const { findings } = verifyBundle(bundle);
      return findings.some(({ code, words }) => code.startsWith(finds) && words.includes(says)) ? [] : [`${name}: ${findings.map(({ code, words }) => `${code} ${words}`).join(' · ').slice(0, 300)}`];
    });
    expect(missed).toEqual([]);
    // each lie about one vote of each purpose: the second counts the votes of a purpose by one way
    const told = new Set<string>();
    const inScope = forgeries.filter(({ name, isSecond }) => { const lie = name.replace(/ .*?: /u, ': '); const isNew = !told.has(lie); told.add(lie); return isSecond && isNew; });
    const reports = await askSecond(inScope.map(({ bundle }) => bundle));
    expect(inScope.filter(({ says }, i) => !reports[i]?.findings.some(({ place, words }) => `${place} ${words}`.includes(says))).map(({ name }) => name)).toEqual([]);
  }, 300_000);

  it('checkpoints were signed while it went on, and the bundle continues each of them', async () => {
    const { keys } = (await (await fetch(`${world.url}/api/log-keys`)).json()) as { keys: { vkey: string; fingerprint: string }[] };
    const { notes } = (await (await get('/checkpoints')).json()) as { notes: { seq: number; note: string }[] };
    expect(keys).toHaveLength(1);
    expect(notes.length).toBeGreaterThan(1);
    const bundle = await bytes('/bundle.zip');
    expect(((await (await get(`/checkpoints?after=${notes.at(-1)?.seq}`)).json()) as { notes: unknown[] }).notes).toEqual([]);
    for (const { note } of notes) expect(verifyBundle(bundle, { since: note, key: keys[0]?.fingerprint ?? '' }).findings).toEqual([]);
    expect(statSync(join(world.dataDir, 'log-key')).mode & 0o777).toBe(0o400);
  });

  it('no name of a person, no question and no minutes are in the bundle', async () => {
    const texts = bundleTexts(await bytes('/bundle.zip'));
    expect(texts).toContain('Предложение 1');
    for (const { setup } of [day.dialogue.organizer, day.dialogue.moderator, ...day.dialogue.participants]) expect(texts).not.toContain(setup.name);
    for (const secret of ['ТАЙНАЯ-МЕТКА', 'ПРИЧИНА-ТОЛЬКО-АВТОРУ', 'ПРОТОКОЛ-ВНУТРИ', 'Когда появится общий реестр?']) expect(texts).not.toContain(secret);
  });

  it('each voter finds their own row in the published list', async () => {
    const closed = votes().filter((vote) => vote.state === 'closed');
    expect(closed).toHaveLength(7);
    for (const vote of closed) {
      const response = await get(`/votes/${vote.voteId}/ballots`);
      expect(response.headers.get('cache-control')).toContain('immutable');
      const rows = (await response.text()).trimEnd().split('\n').map((line) => JSON.parse(line) as { number: number; choice: unknown });
      for (const who of ['p0', 'p1', 'p2'] as const) {
        const { me } = day.devices[who];
        const mine = me?.presses[boxOf(vote)];
        const choice = mine?.choice as { choice?: string } | string | undefined;
        // a block is listed without its reason
        expect(rows.find((row) => row.number === mine?.number)?.choice).toEqual(typeof choice === 'object' && !Array.isArray(choice) ? choice.choice : choice);
      }
    }
  });

  it('a void vote has no list', async () => {
    const voided = votes().find((vote) => vote.state === 'void');
    expect((await get(`/votes/${voided?.voteId ?? ''}/ballots`)).status).toBe(404);
  });

  it.each(LANGS)('the resolution in %s as DOCX, HTML and Markdown holds every recommendation', async (lang) => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await bytes(`/resolutions/1.docx?lang=${lang}`)) });
    const html = await (await get(`/resolutions/1.html?lang=${lang}`)).text();
    const markdown = await (await get(`/resolutions/1.md?lang=${lang}`)).text();
    for (const title of ['Предложение 1', 'Предложение 2']) for (const text of [value, html, markdown]) expect(text).toContain(title);
  });

  it.each(LANGS)('the public page in %s: results and resolution, cached, without a cookie', async (lang) => {
    const path = `${world.url}/p/${day.dialogue.create.setup.slug}?lang=${lang}`;
    const response = await fetch(path);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('Предложение 1');
    expect(page).toContain('id="resolution"');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await fetch(path, { headers: { 'If-None-Match': response.headers.get('etag') ?? '', 'Cache-Control': 'max-age=0' } })).status).toBe(304);
    const [, style = ''] = /<link rel="stylesheet" href="([^"]+)">/u.exec(page) ?? [];
    expect((await fetch(`${world.url}${style}`)).headers.get('cache-control')).toContain('immutable');
  });

  it('the open data of the page', async () => {
    const data = (await (await fetch(`${world.url}/p/${day.dialogue.create.setup.slug}/data.json`)).json()) as { votes: unknown[]; phase: string };
    expect(data).toMatchObject({ phase: 'published', slug: day.dialogue.create.setup.slug });
    expect(data.votes).toHaveLength(11);
    expect((await fetch(`${world.url}/p/no-such-dialogue`)).status).toBe(404);
  });

  it('a package says while it is made how far it is, file by file and within one, and is what it said; whoever goes away ends it', async () => {
    const ask = (cookie: string | undefined, signal?: AbortSignal) => fetch(`${world.url}${base}/resolutions/1/package?lang=ru`, { headers: { Cookie: cookie ?? '' }, ...(signal ? { signal } : {}) });
    expect((await ask(day.devices.p0.cookie)).status).toBe(404);
    const response = await ask(day.devices.organizer.cookie);
    expect(response.headers.get('content-type')).toContain('x-ndjson');
    const parts: string[] = [];
    for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) parts.push(part);
    // the first lines came by themselves, not with the whole
    expect(parts[0]).toMatch(/^\{"done":0,"of":\d+,"part":0/u);
    expect(parts[0]).not.toContain('base64');
    const lines = parts.join('').trimEnd().split('\n').map((line) => JSON.parse(line) as { done: number; of: number; part: number; name: string } & { file: string; base64: string });
    const [last, steps] = [lines.at(-1), lines.slice(0, -1)];
    const starts = steps.filter(({ part }) => part === 0);
    expect(starts.map(({ done }) => done)).toEqual(starts.map((_, i) => i));
    expect(new Set(steps.map(({ of }) => of))).toEqual(new Set([starts.length]));
    expect(last?.file).toBe('resolution-1.zip');
    expect(Object.keys(unzipSync(Buffer.from(last?.base64 ?? '', 'base64'))).sort()).toEqual(starts.map(({ name }) => name).sort());
    const within = steps.filter(({ part, name }) => part > 0 && name === 'ru/resolution-1.pdf').map(({ part }) => part);
    expect(within.length).toBeGreaterThan(0);
    expect(within).toEqual(within.toSorted((a, b) => a - b));
    expect(within.every((part) => part <= 1)).toBe(true);
    const leaving = new AbortController();
    const left = await ask(day.devices.organizer.cookie, leaving.signal);
    leaving.abort();
    await expect(left.text()).rejects.toThrow('abort');
    expect((await get('/resolutions/1.docx?lang=ru')).status).toBe(200);
  });

  it('people erased after the publication leave it as it was published, and the bundle right', async () => {
    for (const seatId of [day.devices.p1, day.devices.p2].map(({ me }) => me?.seatId ?? '')) {
      expect(await day.devices.organizer.give('person.erase', { seatId, reason: 'По просьбе' }, { space: day.dialogue.dialogueId, over: 'http' })).toMatchObject({ ok: true });
    }
    const after = await bytes('/bundle.zip');
    const report = verifyBundle(after);
    expect(report.findings).toEqual([]);
    expect(report.notChecked.join('\n')).toContain('the wording was erased');
    expect(report.facts?.erased).toBeGreaterThan(2);
    expect(Object.keys(published)).toHaveLength(7);
    expect(resolutionsOf(after)).toEqual(published);
    // an erased person's amendment that fell, and their reservation: published, so they stay
    for (const words of ['Чүй, Ош', 'Срок короток']) expect(new TextDecoder().decode(unzipSync(after)['resolutions/1.json'])).toContain(words);
  });

  it('another format, number or dialogue answers alike', async () => {
    for (const path of ['/resolutions/2.json', '/resolutions/1.odt', '/resolutions/01.json', '/votes/x/ballots']) expect((await get(path)).status).toBe(404);
    expect((await fetch(`${world.url}/api/dialogues/00000000-0000-4000-8000-00000000ffff/bundle.zip`)).status).toBe(404);
  });
});
