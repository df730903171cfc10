import { describe, expect, it } from '@jest/globals';
import { sha256Hex, versionHash } from '@tegerek/ballot';
import { formatVerifier, keyFingerprint, signerKey } from '@tegerek/ballot/signed-note';
import { buildDocument, type ResolutionDocument } from '@tegerek/replica';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { closedEvent, eventData, listText, smallDay, VOTES, type Day } from './testing/day.js';
import { pdfOf } from './testing/least-pdf.js';
import { docxOf, filesOf, headNote, KEY, pack, type BundleFiles } from './testing/seal.js';
import { verifyBundle } from './verify-bundle.js';

const honest = (): BundleFiles => filesOf(smallDay());
/** A day forged before it was sealed: chain, manifest, resolution and documents fit the forgery. */
const forgedWhole = (forge: (day: Day) => void) => {
  const day = smallDay();
  forge(day);
  return verifyBundle(pack(filesOf(day)));
};
/** Files changed afterwards, with a manifest that fits them. */
const repacked = (change: (files: BundleFiles) => void) => {
  const files = honest();
  change(files);
  return verifyBundle(pack(files));
};
const editText = (name: string, edit: (text: string) => string) => (files: BundleFiles) => {
  const before = strFromU8(files[name] ?? new Uint8Array());
  const after = edit(before);
  if (after === before) throw new Error(`${name}: the edit changed nothing`);
  files[name] = strToU8(after);
};
const codes = ({ findings }: ReturnType<typeof verifyBundle>): string[] => [...new Set(findings.map(({ code }) => code))].sort();
const words = ({ findings }: ReturnType<typeof verifyBundle>): string => findings.map((finding) => finding.words).join('\n');

describe('a right bundle', () => {
  it('has no findings and says what was not checked', () => {
    const report = verifyBundle(pack(honest()));
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ outcome: 'right', facts: { votes: 5, ballots: 21, resolutions: 1, erased: 0 } });
    expect(report.notChecked.join('\n')).toContain('receipts');
  });

  it('before its publication is right too', () => {
    expect(verifyBundle(pack(filesOf(smallDay(), { publish: false })))).toMatchObject({ outcome: 'right', facts: { resolutions: 0 } });
  });

  it('stays right when only the container changes', () => {
    const files = unzipSync(pack(honest()));
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    expect(verifyBundle(zipSync(reversed, { level: 0, mtime: new Date(2001, 1, 1) })).outcome).toBe('right');
  });
});

describe('not readable as a bundle', () => {
  const cases: [string, Uint8Array][] = [
    ['no ZIP', strToU8('hello')], ['empty', new Uint8Array()], ['a ZIP without a manifest', zipSync({ 'a.txt': strToU8('a') })],
    ['a manifest that is no JSON', zipSync({ 'manifest.json': strToU8('{') })], ['a manifest of something else', zipSync({ 'manifest.json': strToU8('{"format":"x"}') })],
    ['cut short', pack(filesOf(smallDay())).slice(0, 500)],
  ];
  it.each(cases)('%s', (_, bytes) => {
    expect(verifyBundle(bytes)).toMatchObject({ outcome: 'unreadable', facts: null });
  });
});

describe('malformed inside a fitting manifest: findings, never a crash', () => {
  it.each([
    ['log.jsonl', 'null\n'], ['log.jsonl', '[]\n'], ['log.jsonl', ''], ['payload.jsonl', 'null\n'], ['payload.jsonl', '{"event":null,"i":0,"salt":"","seq":1}\n'], ['payload.jsonl', '{}\n'],
    [`votes/${VOTES.adopted}/vote.json`, 'null'], [`votes/${VOTES.adopted}/ballots.jsonl`, '[1]\n'], ['resolutions/1.json', '"x"'], ['resolutions/1.json', '{'],
  ])('%s: %j', (name, text) => {
    expect(repacked((files) => { files[name] = strToU8(text); }).outcome).toBe('findings');
  });

  it('a manifest whose members are of another kind', () => {
    for (const manifest of ['{"files":{},"format":"tegerek-bundle","head":{},"log":"","v":1}', '{"files":{"a":1},"format":"tegerek-bundle","head":{"hash":1,"seq":"x"},"log":"y","v":1}']) {
      expect(verifyBundle(zipSync({ ...honest(), 'manifest.json': strToU8(manifest) })).outcome).toBe('findings');
    }
  });
});

describe('every content byte matters', () => {
  const files = unzipSync(pack(honest()));
  it.each(Object.keys(files).sort())('of %s', (name) => {
    const bytes = files[name] ?? new Uint8Array();
    for (const at of [0, bytes.length >> 1, bytes.length - 1]) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      expect(verifyBundle(zipSync({ ...files, [name]: changed }, { level: 0 })).outcome).not.toBe('right');
    }
    expect(verifyBundle(zipSync({ ...files, [name]: new Uint8Array([...bytes, 0x20]) }, { level: 0 })).outcome).not.toBe('right');
  });

  it('a file more or less is found', () => {
    expect(codes(verifyBundle(zipSync({ ...files, 'more.txt': strToU8('x') })))).toEqual(['file.unexpected', 'manifest.unnamed']);
    const { 'VERIFY.md': _, ...fewer } = files;
    expect(codes(verifyBundle(zipSync(fewer)))).toEqual(['file.missing', 'manifest.missing']);
  });
});

describe('forged whole: manifest, list hash and chain fit, the recount names the decision', () => {
  const closed = (day: Day, voteId: string) => eventData(day, 'vote.closed', voteId);
  const opened = (day: Day, voteId: string) => eventData(day, 'vote.opened', voteId);

  it('a figure of the result', () => {
    const report = forgedWhole((day) => { (closed(day, VOTES.refused).result['overall'] as { yes: number }).yes = 5; });
    expect(codes(report)).toEqual(['vote.result']);
    expect(words(report)).toContain('decision 1.3 «Отвергнутое»: the recount differs from the stated result at overall.yes: counted 1, stated 5');
  });

  it('the grade', () => {
    const report = forgedWhole((day) => { Object.assign(closed(day, VOTES.majority).result, { grade: 'consensus', failed: [] }); });
    expect(codes(report)).toEqual(['vote.result']);
    expect(words(report)).toContain('decision 1.2 «Данные»');
  });

  it('adoption of what was refused', () => {
    expect(words(forgedWhole((day) => { closed(day, VOTES.refused).result['adopted'] = true; }))).toContain('decision 1.3');
  });

  it('the rank', () => {
    const report = forgedWhole((day) => { (closed(day, VOTES.ranking).result['ranking'] as string[][]).reverse(); });
    expect(codes(report)).toEqual(['vote.result']);
    expect(words(report)).toContain('ranking R1');
  });

  it('a vote', () => {
    const report = forgedWhole((day) => {
      const list = day.lists[VOTES.refused] ?? [];
      if (list[0]) list[0].choice = 'yes';
      closed(day, VOTES.refused).ballotsHash = sha256Hex(listText(list));
    });
    expect(codes(report)).toEqual(['vote.result']);
    expect(words(report)).toContain('decision 1.3');
  });

  it('a ballot of a ranking', () => {
    const report = forgedWhole((day) => {
      const list = day.lists[VOTES.ranking] ?? [];
      if (list[0]) list[0].choice = [...(list[0].choice as string[])].reverse();
      closed(day, VOTES.ranking).ballotsHash = sha256Hex(listText(list));
    });
    expect(words(report)).toContain('ranking R1');
  });

  it('the rule, also where it changes no figure', () => {
    const harmless = forgedWhole((day) => { (opened(day, VOTES.adopted).rule as { weights: object }).weights = { [Object.keys(opened(day, VOTES.adopted).electorateByGroup)[0] ?? '']: { num: 2, den: 1 } }; });
    expect(codes(harmless)).toContain('vote.result');
    expect(words(harmless)).toContain('decision 1.1');
    const rule = forgedWhole((day) => { const vote = opened(day, VOTES.majority); vote.rule = { ...structuredClone(vote.rule), majority: null } as typeof vote.rule; });
    expect(words(rule)).toContain('decision 1.2');
  });

  it('how many a ranking ballot may name', () => {
    expect(words(forgedWhole((day) => { const vote = opened(day, VOTES.ranking); vote.rule = { ...vote.rule, top: 2 } as typeof vote.rule; }))).toContain('ranking R1');
  });

  it('the text, with its own hash recomputed or not', () => {
    const change = (day: Day, rehash: boolean) => {
      const { version } = opened(day, VOTES.adopted);
      if (!version) throw new Error('no version');
      version.fields = { ...version.fields, text: 'Другой текст' };
      if (rehash) version.hash = versionHash(version);
    };
    const kept = forgedWhole((day) => change(day, false));
    expect(codes(kept)).toContain('version.hash');
    expect(words(kept)).toContain('decision 1.1');
    const rehashed = forgedWhole((day) => change(day, true));
    expect(codes(rehashed)).toEqual(['ranking.options', 'vote.result']);
    expect(words(rehashed)).toContain('decision 1.1');
  });

  it('more ballots than electors', () => {
    const report = forgedWhole((day) => {
      const list = day.lists[VOTES.refused] ?? [];
      list.push({ choice: 'yes', group: list[0]?.group ?? '', number: 7 });
      Object.assign(closed(day, VOTES.refused), { ballots: 7, ballotsHash: sha256Hex(listText(list)) });
    });
    expect(codes(report)).toEqual(expect.arrayContaining(['ballot.beyond', 'ballot.too-many', 'vote.cast']));
  });

  it('an electorate that nobody joined', () => {
    const report = forgedWhole((day) => {
      const vote = opened(day, VOTES.refused);
      const [group = ''] = Object.keys(vote.electorateByGroup);
      vote.electorateByGroup = { ...vote.electorateByGroup, [group]: 2 };
      const list = (day.lists[VOTES.refused] ?? []).filter((ballot, i) => ballot.group !== group || i < 2);
      day.lists[VOTES.refused] = list;
      Object.assign(closed(day, VOTES.refused), closedEvent(vote, list));
    });
    expect(codes(report)).toContain('electorate.size');
    expect(words(report)).toContain('decision 1.3');
  });

  it('what only a receipt or a noted head can catch leaves no contradiction', () => {
    const report = forgedWhole((day) => {
      const list = day.lists[VOTES.refused] ?? [];
      if (list[0]) list[0].choice = 'yes';
      Object.assign(closed(day, VOTES.refused), closedEvent(opened(day, VOTES.refused), list));
    });
    expect(report.outcome).toBe('right');
    expect(report.facts?.head.hash).not.toBe(verifyBundle(pack(honest())).facts?.head.hash);
  });
});

describe('a day that could not have been', () => {
  const moveTo = (type: string, voteId: string, after: string) => (day: Day) => {
    const from = day.entries.findIndex(({ events }) => events[0]?.type === type && (events[0].data as { voteId?: string }).voteId === voteId);
    const [entry] = day.entries.splice(from, 1);
    const to = day.entries.findLastIndex(({ events }) => events[0]?.type === after);
    if (entry) day.entries.splice(to + 1, 0, entry);
    day.entries.forEach((one, i) => { one.at = 1_000 * (i + 1); });
  };

  it('a vote out of its phase', () => {
    expect(codes(forgedWhole((day) => { day.entries = day.entries.filter(({ events }) => !(events[0]?.type === 'panel.phase-moved' && (events[0].data as { to: string }).to === 'decision')); }))).toEqual(expect.arrayContaining(['panel.step', 'phase.panel']));
  });

  it('a close without a closing, and after the dialogue closed', () => {
    expect(codes(forgedWhole((day) => { day.entries = day.entries.filter(({ events }) => !(events[0]?.type === 'vote.closing' && (events[0].data as { voteId: string }).voteId === VOTES.majority)); }))).toContain('vote.state');
    expect(codes(forgedWhole(moveTo('vote.closed', VOTES.ranking, 'dialogue.closed')))).toContain('vote.unfinished');
  });

  it('a vote that opens again or is counted before its time', () => {
    expect(codes(forgedWhole((day) => { day.entries.splice(-2, 0, { at: day.entries.at(-2)?.at ?? 0, events: [structuredClone(day.entries.find(({ events }) => events[0]?.type === 'vote.opened')?.events[0] ?? { type: 'dialogue.opened', v: 1, audience: 'public', data: {} })] }); }))).toEqual(expect.arrayContaining(['vote.reopened', 'phase.panel']));
    expect(codes(forgedWhole((day) => { eventData(day, 'vote.closing', VOTES.adopted).closesAt = 10_000_000; }))).toEqual(['vote.early']);
  });

  it('time that runs back', () => {
    expect(codes(forgedWhole((day) => { const entry = day.entries[5]; if (entry) entry.at = 1; }))).toEqual(['log.time']);
  });

  it('an event that no contract knows, or of another shape', () => {
    expect(codes(forgedWhole((day) => { day.entries[2]?.events.push({ type: 'x.y' as 'dialogue.opened', v: 1, audience: 'public', data: {} }); }))).toEqual(['event.unknown']);
    expect(codes(forgedWhole((day) => { day.entries[2]?.events.push({ type: 'panel.set', v: 1, audience: 'public', data: { id: 'x', number: -1, title: {}, outcome: {} } }); }))).toContain('event.shape');
  });
});

describe('files changed with a manifest that fits', () => {
  it('a header, a gap, a broken chain', () => {
    expect(codes(repacked(editText('log.jsonl', (text) => text.replace('"at":3000', '"at":3001'))))).toContain('log.chain');
    expect(codes(repacked(editText('log.jsonl', (text) => text.split('\n').filter((_, i) => i !== 3).join('\n'))))).toEqual(expect.arrayContaining(['log.chain', 'log.gap', 'payload.stray']));
    expect(codes(repacked(editText('log.jsonl', (text) => text.replace('{"at"', '{ "at"'))))).toContain('line.canonical');
  });

  it('an opening that the log never committed to', () => {
    expect(codes(repacked(editText('payload.jsonl', (text) => text.replace('"Цель"', '"Другая цель"'))))).toContain('payload.commitment');
  });

  it('the list, the copy of the vote, the data of the resolution', () => {
    const list = `votes/${VOTES.adopted}/ballots.jsonl`;
    expect(codes(repacked(editText(list, (text) => text.replace('"abstain"', '"yes"'))))).toEqual(['ballots.hash', 'vote.result']);
    expect(codes(repacked(editText(list, (text) => text.replace('"number":2', '"number":1'))))).toEqual(expect.arrayContaining(['ballot.number', 'ballots.hash']));
    expect(codes(repacked(editText(`votes/${VOTES.adopted}/vote.json`, (text) => text.replace('consensus', 'majority'))))).toEqual(['vote.copy']);
    const resolution = repacked(editText('resolutions/1.json', (text) => text.replace('"grade":"majority"', '"grade":"consensus"')));
    expect(codes(resolution)).toEqual(['resolution.data']);
    expect(words(resolution)).toContain('decision 1.2 «Данные»');
    expect(codes(repacked(editText('resolutions/1.json', (text) => text.replace('"rank":1', '"rank":2'))))).toEqual(['resolution.data']);
  });

  it('a word of a document, a hidden part, an added paragraph, a footnote', () => {
    const document = JSON.parse(strFromU8(honest()['resolutions/1.json'] ?? new Uint8Array())) as ResolutionDocument;
    const model = buildDocument(document, sha256Hex(honest()['resolutions/1.json'] ?? new Uint8Array()), 'ru');
    const replaced = (change: (copy: typeof model) => void, extra = '') => repacked((files) => {
      const copy = structuredClone(model);
      change(copy);
      files['resolutions/1.ru.docx'] = docxOf(copy, extra);
    });
    expect(replaced(() => undefined).outcome).toBe('right');
    const text = replaced((copy) => { for (const block of copy.blocks) if (block.kind === 'paragraph') for (const run of block.runs) run.text = run.text.replace('Большинство', 'Консенсус'); });
    expect(codes(text)).toEqual(['docx.text']);
    expect(words(text)).toContain('decision 1.2 Данные');
    expect(codes(replaced(() => undefined, '<w:p><w:r><w:t>ещё</w:t></w:r></w:p>'))).toEqual(['docx.text']);
    expect(codes(replaced(() => undefined, '<w:p><w:r><w:drawing/></w:r></w:p>'))).toEqual(['docx.content']);
    expect(codes(replaced((copy) => { copy.footnotes[0] = 'другая'; }))).toEqual(['docx.notes']);
    expect(codes(repacked((files) => { files['resolutions/1.ky.docx'] = strToU8('no zip'); }))).toEqual(['docx.read']);
  });

  it('a word of a PDF, an added line, something that is no text', () => {
    const canon = honest()['resolutions/1.json'] ?? new Uint8Array();
    const model = buildDocument(JSON.parse(strFromU8(canon)) as ResolutionDocument, sha256Hex(canon), 'ky');
    const replaced = (change: (copy: typeof model) => void, more: Parameters<typeof pdfOf>[1] = {}) => repacked((files) => {
      const copy = structuredClone(model);
      change(copy);
      files['resolutions/1.ky.pdf'] = pdfOf(copy, more);
    });
    expect(replaced(() => undefined).outcome).toBe('right');
    const text = replaced((copy) => { for (const block of copy.blocks) if (block.kind === 'paragraph') for (const run of block.runs) run.text = run.text.replace('Көпчүлүк', 'Консенсус'); });
    expect(codes(text)).toEqual(['pdf.text']);
    expect(words(text)).toContain('decision 1.2 Данные');
    expect(codes(replaced((copy) => { copy.footnotes[0] = 'башка'; }))).toEqual(['pdf.text']);
    expect(codes(replaced((copy) => { copy.blocks.push({ kind: 'bullets', items: ['дагы'] }); }))).toEqual(['pdf.text']);
    const shown = 'BT /F 9 Tf 1 0 0 1 70 60 Tm <0434> Tj ET';
    expect(codes(replaced(() => undefined, { content: `/Artifact BMC ${shown} EMC` }))).toEqual(['pdf.content']);
    for (const content of ['0 0 100 100 re f', '/X Do', '3 w 0 0 m 100 0 l S', '0 0 m 100 50 l S', 'BT /F 9 Tf 1 0 0 1 900 60 Tm ET', 'BT /F 1 Tf ET', 'BT 3 Tr ET']) expect(codes(replaced(() => undefined, { content }))).toEqual(['pdf.content']);
    expect(codes(replaced(() => undefined, { catalog: '/OpenAction 3 0 R' }))).toEqual(['pdf.content']);
    expect(codes(replaced(() => undefined, { content: '/Span << /ActualText (x) >> BDC EMC' }))).toEqual(['pdf.text']);
    expect(codes(repacked((files) => { files['resolutions/1.ky.pdf'] = strToU8('%PDF-1.7 nothing'); }))).toEqual(['pdf.read']);
  });

  it('a resolution whose frame is not the published one', () => {
    expect(codes(repacked((files) => { files['payload.jsonl'] = strToU8(strFromU8(files['payload.jsonl'] ?? new Uint8Array()).split('\n').filter((line) => !line.includes('resolution.framed')).join('\n')); }))).toContain('resolution.frame');
  });

  it('a missing file of a vote or of a resolution', () => {
    expect(codes(repacked((files) => { delete files[`votes/${VOTES.adopted}/vote.json`]; }))).toEqual(['file.missing']);
    expect(codes(repacked((files) => { delete files['resolutions/1.json']; }))).toEqual(['file.missing']);
  });

});

describe('checkpoints', () => {
  const other = signerKey('tegerek.test/log-key', new Uint8Array(32).fill(2));
  const vkey = formatVerifier(KEY);
  const right = pack(honest());
  const noteOf = (files: BundleFiles): string => `checkpoints/${headNote(files).split('\n')[1] ?? ''}.note`;

  it('say who signed, and fit a key and an earlier note from elsewhere', () => {
    const fingerprint = keyFingerprint(KEY);
    expect(verifyBundle(right).facts?.signed).toEqual({ name: 'tegerek.test/log-key', fingerprint });
    for (const key of [vkey, fingerprint, fingerprint.slice(0, 16)]) expect(codes(verifyBundle(right, { key, since: headNote(honest()) }))).toEqual([]);
    const early = headNote(filesOf(smallDay(), { publish: false }));
    expect(codes(verifyBundle(right, { since: early }))).toEqual([]);
    expect(verifyBundle(right, { since: early, key: vkey }).notChecked.join('\n')).not.toMatch(/checkpoint/u);
  });

  it('of another history, of another key, or none at all are found', () => {
    const history = smallDay();
    for (const entry of history.entries) entry.at += 1;
    expect(codes(verifyBundle(right, { since: headNote(filesOf(history)) }))).toEqual(['checkpoint.head']);
    expect(codes(verifyBundle(right, { since: headNote(honest(), other) }))).toEqual(['checkpoint.signature']);
    expect(codes(verifyBundle(right, { since: 'no note' }))).toEqual(['checkpoint.read']);
    for (const key of [formatVerifier(other), keyFingerprint(other), '0123', '']) expect(codes(verifyBundle(right, { key }))).toEqual(['checkpoint.key']);
  });

  it('inside the bundle', () => {
    const withNote = (note: string, name?: string) => repacked((files) => { files[name ?? noteOf(files)] = strToU8(note); });
    const head = headNote(honest());
    expect(codes(withNote(head))).toEqual([]);
    expect(codes(withNote(headNote(honest(), other)))).toEqual(['checkpoint.signature', 'keys.unused']);
    expect(codes(withNote(head.replace('tegerek.test/log/', 'other.test/log/')))).toEqual(['checkpoint.signature', 'keys.unused']);
    expect(codes(withNote(head, 'checkpoints/1.note'))).toEqual(['checkpoint.name']);
    expect(codes(withNote(headNote(filesOf(smallDay(), { publish: false }))))).toEqual(['checkpoint.behind', 'checkpoint.name']);
    expect(codes(withNote('nothing'))).toEqual(['checkpoint.behind', 'checkpoint.read', 'keys.unused']);
    expect(codes(repacked((files) => { files['keys.json'] = strToU8('{"keys":[],"v":1}'); }))).toEqual(['checkpoint.signature']);
    expect(codes(repacked((files) => { files['keys.json'] = strToU8(`{"keys":["${vkey}"],"v":1,"x":1}`); }))).toEqual(['keys.canonical']);
    expect(codes(repacked((files) => { files['keys.json'] = strToU8('[]'); }))).toEqual(expect.arrayContaining(['checkpoint.signature', 'keys.read']));
  });
});
