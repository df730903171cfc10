import { sha256Hex } from '@tegerek/ballot';
import { formatVerifier, signerKey } from '@tegerek/ballot/signed-note';
import { canonicalize, type LogEvent } from '@tegerek/contracts';
import { buildDocument, type DocumentModel, type ResolutionDocument } from '@tegerek/replica';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Known } from '../checks/checkpoints.js';
import type { Code } from '../codes.js';
import { eventOf, insert, placeOf } from './bound-day.js';
import { eventData, PANEL, smallDay, VOTES, type Day } from './day.js';
import { pdfOf } from './least-pdf.js';
import { docxOf, filesOf, headNote, KEY, logOf, pack, type BundleFiles } from './seal.js';

export interface Forged { bundle: Uint8Array; known?: Known }
type Forge = () => Forged;

const OTHER = signerKey('tegerek.test/log-key', new Uint8Array(32).fill(2));

const sealed = new Map<boolean, BundleFiles>();
/** The files of the small day, sealed once. */
function sample(publish: boolean): BundleFiles {
  const made = sealed.get(publish) ?? filesOf(smallDay(), { publish });
  sealed.set(publish, made);
  return { ...made };
}

/** Files changed before the manifest was made; `day`: a day changed before it was sealed. */
const files = (change: (files: BundleFiles) => void, publish = true, day?: Day): Forge => () => {
  const made = day ? filesOf(day, { publish }) : sample(publish);
  change(made);
  return { bundle: pack(made) };
};
const edit = (name: string, from: string | RegExp, to: string): Forge => files((made) => { made[name] = strToU8(strFromU8(made[name] ?? new Uint8Array()).replace(from, to)); }, name.startsWith('resolutions'));
const set = (name: string, content: string): Forge => files((made) => { made[name] = strToU8(content); }, name.startsWith('resolutions'));
/** Files changed behind the manifest's back. */
const behind = (change: (files: BundleFiles) => void): Forge => () => {
  const made = unzipSync(pack(sample(false)));
  change(made);
  return { bundle: zipSync(made) };
};
const manifest = (change: (manifest: Record<string, unknown>) => void): Forge => behind((made) => {
  const parsed = JSON.parse(strFromU8(made['manifest.json'] ?? new Uint8Array())) as Record<string, unknown>;
  change(parsed);
  made['manifest.json'] = strToU8(canonicalize(parsed));
});
/** A log of events that no replica could fold, and nothing else. */
const log = (change: (day: Day) => void, opens?: (event: LogEvent) => boolean): Forge => () => {
  const day = smallDay();
  change(day);
  return { bundle: pack({ 'VERIFY.md': strToU8('# Verify\n'), ...logOf(day.entries, opens) }) };
};
const header = (change: (header: Record<string, unknown>) => void): Forge => files((made) => {
  const lines = strFromU8(made['log.jsonl'] ?? new Uint8Array()).split('\n');
  const parsed = JSON.parse(lines[2] ?? '') as Record<string, unknown>;
  change(parsed);
  made['log.jsonl'] = strToU8(lines.with(2, canonicalize(parsed)).join('\n'));
}, false);
const note = (text: (made: BundleFiles) => string, name = ''): Forge => files((made) => { made[name || `checkpoints/${headNote(made).split('\n')[1]}.note`] = strToU8(text(made)); }, false);
/** One document of the resolution made for another text. */
const document = (make: (model: DocumentModel) => BundleFiles, rehearsal = false): Forge => {
  const day = smallDay();
  eventData(day, 'dialogue.created').rehearsal = rehearsal;
  return files((made) => {
    const canon = made['resolutions/1.json'] ?? new Uint8Array();
    Object.assign(made, make(structuredClone(buildDocument(JSON.parse(strFromU8(canon)) as ResolutionDocument, sha256Hex(canon), 'ru'))));
  }, true, rehearsal ? day : undefined);
};
const [DOCX, PDF] = ['resolutions/1.ru.docx', 'resolutions/1.ru.pdf'];
const reword = (model: DocumentModel): DocumentModel => { for (const block of model.blocks) if (block.kind === 'paragraph') for (const run of block.runs) run.text = run.text.replace('Большинство', 'Консенсус'); return model; };

/** A bundle for each code about its files, its log and its documents. */
export const FORGED_FILES = {
  'bundle.unreadable': () => ({ bundle: strToU8('no bundle') }),
  'bundle.malformed': set('log.jsonl', '\n'.repeat(1_000_001)),
  'manifest.canonical': behind((made) => { made['manifest.json'] = strToU8(`${strFromU8(made['manifest.json'] ?? new Uint8Array())}\n`); }),
  'manifest.hash': behind((made) => { made['VERIFY.md'] = strToU8('changed'); }),
  'manifest.head': manifest((of) => { of['head'] = { hash: '0'.repeat(64), seq: 1 }; }),
  'manifest.log': manifest((of) => { of['log'] = PANEL; }),
  'manifest.missing': behind((made) => { delete made['VERIFY.md']; }),
  'manifest.shape': behind((made) => { made['manifest.json'] = strToU8(strFromU8(made['manifest.json'] ?? new Uint8Array()).replace('"VERIFY.md"', '"\\ud800"')); }),
  'manifest.unnamed': behind((made) => { made['more.txt'] = strToU8('x'); }),
  'file.missing': files((made) => { delete made[`votes/${VOTES.adopted}/vote.json`]; }),
  'file.text': files((made) => { made['payload.jsonl'] = new Uint8Array([0xff, 0x0a]); }),
  'file.unexpected': files((made) => { made['more.txt'] = strToU8('x'); }),
  'line.canonical': edit('log.jsonl', '{"at"', '{ "at"'),
  'line.end': edit('log.jsonl', /\n$/u, ''),
  'log.chain': edit('log.jsonl', '"at":3000', '"at":3001'),
  'log.empty': set('log.jsonl', ''),
  'log.gap': header((of) => { of['seq'] = 99; }),
  'log.header': header((of) => { of['x'] = 1; }),
  'log.other': header((of) => { of['log'] = PANEL; }),
  'log.time': header((of) => { of['at'] = 1; }),
  'payload.audience': log(({ entries }) => { entries[2]?.events.push({ type: 'panel.set', v: 1, audience: 'facilitators', data: {} } as LogEvent); }, () => true),
  'payload.commitment': edit('payload.jsonl', '"Цель"', '"Другая"'),
  'payload.order': files((made) => { const lines = strFromU8(made['payload.jsonl'] ?? new Uint8Array()).split('\n'); made['payload.jsonl'] = strToU8([lines[1], lines[0], ...lines.slice(2)].join('\n')); }, false),
  'payload.shape': edit('payload.jsonl', '{"event"', '{"a":1,"event"'),
  'payload.stray': edit('payload.jsonl', /"seq":1\}/u, '"seq":999}'),
  'event.fold': log((day) => { Object.assign(eventData(day, 'dialogue.created'), { panels: 5 }); }),
  'event.kind': log(({ entries }) => { const [event] = entries[2]?.events ?? []; if (event) event.v = 9; }),
  'event.legal': log((day) => { Object.assign(eventData(day, 'dialogue.created'), { panels: 5 }); }),
  'event.shape': log((day) => { Object.assign(eventData(day, 'dialogue.created'), { more: 1 }); }),
  'event.unknown': log((day) => insert(day, placeOf(day, 'dialogue.closed'), { type: 'x.y', v: 1, audience: 'public', data: {} } as unknown as LogEvent)),
  'checkpoint.behind': note(() => 'nothing'),
  'checkpoint.head': () => ({ ...files(() => undefined)(), known: { since: headNote(filesOf(smallDay(), { publish: false })).replace(/\n\d+\n/u, '\n2\n') } }),
  'checkpoint.key': () => ({ ...files(() => undefined)(), known: { key: '0'.repeat(64) } }),
  'checkpoint.name': note(headNote, 'checkpoints/1.note'),
  'checkpoint.read': () => ({ ...files(() => undefined)(), known: { since: 'no note' } }),
  'checkpoint.signature': note((made) => headNote(made, OTHER)),
  'keys.canonical': set('keys.json', `{"keys":["${formatVerifier(KEY)}"],"v":1,"x":1}`),
  'keys.read': set('keys.json', '{"keys":["x"],"v":1}'),
  'keys.unused': set('keys.json', canonicalize({ keys: [formatVerifier(KEY), formatVerifier(OTHER)], v: 1 })),
  'vote.check': log((day) => { Object.assign(eventData(day, 'vote.opened'), { version: { hash: 5 } }); }),
  'vote.copy': edit(`votes/${VOTES.adopted}/vote.json`, 'consensus', 'majority'),
  'vote.count': log((day) => { Object.assign(eventData(day, 'vote.opened').rule, { majority: 5, ballot: null }); }),
  'lot.count': log((day) => { insert(day, placeOf(day, 'dialogue.closed'), { type: 'ranking.lot-drawn', v: 1, audience: 'public', data: { voteId: VOTES.ranking, numbers: 5, shortlist: {}, seed: '', lots: [] } } as unknown as LogEvent); Object.assign(eventData(day, 'vote.closed', VOTES.ranking), { result: {} }); }),
  'resolution.compose': log((day) => {
    Object.assign(eventData(day, 'dialogue.created'), { setup: null });
    const terms = { resolutionId: PANEL, number: 1, date: '', place: '', basedOnSeq: day.entries.length, sha256: '' };
    day.entries.push({ at: day.entries.at(-1)?.at ?? 0, events: [eventOf('resolution.framed', { resolutionId: PANEL, frame: { preamble: {}, findings: {}, commitments: {}, mechanism: {} }, regions: [] }), eventOf('resolution.published', terms)] });
  }),
  'resolution.data': edit('resolutions/1.json', '"grade":"majority"', '"grade":"consensus"'),
  'docx.content': document((model) => ({ [DOCX]: docxOf(model, '<w:p><w:r><w:drawing/></w:r></w:p>') })),
  'docx.foot': document((model) => ({ [DOCX]: docxOf(model) }), true),
  'docx.notes': document((model) => ({ [DOCX]: docxOf({ ...model, footnotes: ['другая'] }) })),
  'docx.read': set(DOCX, 'no ZIP'),
  'docx.text': document((model) => ({ [DOCX]: docxOf(reword(model)) })),
  'pdf.content': document((model) => ({ [PDF]: pdfOf(model, { content: '/X Do' }) })),
  'pdf.foot': document((model) => ({ [PDF]: pdfOf(model) }), true),
  'pdf.read': set(PDF, '%PDF-1.7 nothing'),
  'pdf.text': document((model) => ({ [PDF]: pdfOf(reword(model)) })),
} satisfies Partial<Record<Code, Forge>>;
