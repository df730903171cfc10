import { beforeAll, describe, expect, it } from '@jest/globals';
import { renderDocument } from '@tegerek/api/modules/exports/files/formats';
import { sha256Hex, versionHash } from '@tegerek/ballot';
import { LANGS, type Lang } from '@tegerek/contracts';
import { buildDocument, type ResolutionDocument } from '@tegerek/replica';
import { HOSTILE_WORDS } from '@tegerek/replica/testing';
import { verifyBundle } from '@tegerek/verify';
import { closedEvent, eventData, filesOf, pack, smallDay, VOTES, type Day } from '@tegerek/verify/testing';
import { strFromU8 } from 'fflate';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';

type Files = ReturnType<typeof filesOf>;

/** The documents of a resolution as the server's own export writes them, after `change` of its data. */
async function documentsOf(files: Files, langs: readonly Lang[], change: (document: ResolutionDocument) => void = () => undefined): Promise<Files> {
  const canon = files['resolutions/1.json'] ?? new Uint8Array();
  const document = JSON.parse(strFromU8(canon)) as ResolutionDocument;
  change(document);
  const made: Files = {};
  for (const lang of langs) for (const format of ['docx', 'pdf'] as const) made[`resolutions/1.${lang}.${format}`] = await renderDocument(buildDocument(document, sha256Hex(canon), lang), format);
  return made;
}

const GROUP: Record<Lang, string> = { ru: 'Деловые круги', ky: 'Ишкер чөйрө', en: 'Business' };
const PERSON: Record<Lang, string> = { ru: 'участник', ky: 'катышуучу', en: 'participant' };
const ORGANISATION: Record<Lang, string> = { ru: 'Союз «Бирге»', ky: '«Бирге» бирикмеси', en: 'Birge Union' };
const CAPACITIES = ['self', 'organisation', 'group'] as const;
/** Who stands behind a reservation, as every document names them: in the language of the reservation. */
const standsBehind = (capacity: (typeof CAPACITIES)[number], lang: Lang): string =>
  ({ self: `${PERSON[lang]}, ${GROUP[lang]}`, organisation: `${ORGANISATION[lang]} (${GROUP[lang]})`, group: GROUP[lang] })[capacity];
const RESERVED = LANGS.flatMap((lang, i) => CAPACITIES.map((capacity, j) => ({ lang, capacity, text: `Особое мнение ${i}-${j}.`, n: i * CAPACITIES.length + j })));

/** The small day with a reservation in each capacity and language, about two decisions, by another seat each. */
function reservedDay(): Day {
  const day = smallDay();
  for (const group of eventData(day, 'dialogue.created').groups) group.title = GROUP;
  const { seats } = eventData(day, 'seat.added');
  const decisions = [VOTES.adopted, VOTES.majority].map((voteId) => eventData(day, 'vote.opened', voteId));
  const events = RESERVED.map(({ lang, capacity, text, n }) => {
    const { voteId, panelId, version } = decisions[n % decisions.length] ?? {};
    return {
      type: 'reservation.recorded' as const, v: 1, audience: 'public' as const,
      data: { reservationId: `00000000-0000-4000-8000-0000000009${String(n).padStart(2, '0')}`, proposalId: version?.proposalId, panelId, voteId, version: 1, seatId: seats[n >> 1]?.seatId, groupId: seats[n >> 1]?.groupId, capacity, organisation: capacity === 'organisation' ? ORGANISATION[lang] : '', text, language: lang },
    };
  });
  day.entries.splice(-1, 0, { at: day.entries.at(-1)?.at ?? 0, events });
  return day;
}

/** The server's owner forged the day before it was sealed: log, lists, votes, data and documents all say the same. */
async function ownersBundle(forge: (day: Day) => void): Promise<ReturnType<typeof verifyBundle>> {
  const day = smallDay();
  forge(day);
  const files = filesOf(day);
  return verifyBundle(pack({ ...files, ...(await documentsOf(files, ['ru'])) }));
}
const escaped = (text: string): string => text.replace(/[()[\]{}.*+?^$|\\]/gu, '\\$&');
const found = ({ findings }: ReturnType<typeof verifyBundle>): string[] => findings.map(({ code, at, words }) => `${code} ${at} ${words}`);

describe('the documents that the server itself would write', () => {
  let files: Files;
  let real: Files;
  beforeAll(async () => {
    files = filesOf(reservedDay());
    real = await documentsOf(files, LANGS);
  });

  it('the honest ones are right in every language', () => {
    expect(verifyBundle(pack({ ...files, ...real })).findings).toEqual([]);
  });

  it.each(LANGS)('in %s name who stands behind a reservation, for themselves, an organisation or a group, in DOCX, PDF, HTML, Markdown and JSON', async (lang) => {
    const canon = files['resolutions/1.json'] ?? new Uint8Array();
    const document = JSON.parse(strFromU8(canon)) as ResolutionDocument;
    const model = buildDocument(document, sha256Hex(canon), lang);
    const [docx, pdf] = [real[`resolutions/1.${lang}.docx`] ?? new Uint8Array(), real[`resolutions/1.${lang}.pdf`] ?? new Uint8Array()];
    const texts: Record<string, string> = {
      docx: (await mammoth.extractRawText({ buffer: Buffer.from(docx) })).value, pdf: (await extractText(await getDocumentProxy(pdf.slice()), { mergePages: true })).text,
      html: strFromU8(await renderDocument(model, 'html')), md: strFromU8(await renderDocument(model, 'md')).replaceAll('\\', ''),
    };
    const plain = (text: string): string => text.replace(/<[^>]*>|[\s*]/gu, '');
    const stated = document.panels.flatMap(({ recommendations }) => recommendations).flatMap(({ reservations }) => reservations);
    const missing = RESERVED.flatMap(({ capacity, lang: language, text }) => {
      const by = standsBehind(capacity, language);
      const heads = Object.entries(texts).filter(([, whole]) => !new RegExp(`${escaped(plain(by))}\\([^)]*\\)${escaped(plain(text))}`, 'u').test(plain(whole))).map(([format]) => format);
      return [...heads, ...(stated.some((each) => each.by === by && each.text === text && each.language === language) ? [] : ['json'])].map((format) => `${format}: ${language} ${capacity}`);
    });
    expect(missing).toEqual([]);
    expect(stated).toHaveLength(RESERVED.length);
  });

  // the first family is refused at the door: `text` of the contract
  it.each(HOSTILE_WORDS.slice(1))('a day with bad texts in every place is right too: %s', async (_, words) => {
    const day = smallDay();
    const { setup, groups, panels } = eventData(day, 'dialogue.created');
    Object.assign(setup, { title: { ru: `День ${words.slice(0, 150)}` }, goals: [{ ru: words.slice(0, 300) }], place: { ru: words.slice(0, 150) } });
    for (const { title } of [...groups, ...panels]) Object.assign(title, { ru: `${title.ru} ${words.slice(0, 60)}` });
    for (const voteId of Object.values(VOTES)) {
      const opened = eventData(day, 'vote.opened', voteId);
      if (opened.version) {
        Object.assign(opened.version.fields, { title: `Т ${words.slice(0, 190)}`, text: words, addressee: words.slice(0, 200), indicator: words.slice(0, 200) });
        opened.version.hash = versionHash(opened.version);
      }
      for (const option of opened.options) Object.assign(option, { title: `Т ${words.slice(0, 190)}`, text: words });
      if (voteId !== VOTES.void) Object.assign(eventData(day, 'vote.closed', voteId), closedEvent(opened, day.lists[voteId] ?? []));
    }
    const hostile = filesOf(day);
    expect(verifyBundle(pack({ ...hostile, ...(await documentsOf(hostile, ['ru'])) })).findings).toEqual([]);
  });

  it('a refused decision adopted in vote, data, DOCX and PDF alike: the recount names it, and the documents agree with the lie', async () => {
    const lies = found(await ownersBundle((day) => { Object.assign(eventData(day, 'vote.closed', VOTES.refused).result, { adopted: true, grade: 'consensus', failed: [] }); }));
    expect(lies).toEqual([expect.stringMatching(/^ranking\.options .*ranking R1/u), expect.stringMatching(/^vote\.result votes\/.* decision 1\.3 «Отвергнутое»: the recount differs/u)]);
  });

  it('another text under every decision that was counted honestly, in all documents: the hash that its voters froze names it', async () => {
    const reword = (day: Day) => {
      const opened = eventData(day, 'vote.opened', VOTES.refused);
      if (opened.version) opened.version.fields.text = 'Совсем другое предложение.';
      return opened;
    };
    expect(found(await ownersBundle((day) => { reword(day); }))).toEqual([expect.stringMatching(/^version\.hash .*decision 1\.3/u)]);
    // with that hash and the count made anew too, nothing inside contradicts: a receipt or a noted head does (docs/verification.md)
    const whole = await ownersBundle((day) => {
      const opened = reword(day);
      if (opened.version) opened.version.hash = versionHash(opened.version);
      Object.assign(eventData(day, 'vote.closed', VOTES.refused), closedEvent(opened, day.lists[VOTES.refused] ?? []));
    });
    expect(found(whole)).toEqual([]);
    expect(whole.facts?.head.hash).not.toBe(verifyBundle(pack(files)).facts?.head.hash);
  });

  it.each(['docx', 'pdf'] as const)('everything right but the %s, made anew with another text of a recommendation: the file and the decision are named', async (format) => {
    const forged = await documentsOf(files, ['ru'], (document) => { const [first] = document.panels[0]?.recommendations.filter(({ number }) => number === '1.1') ?? []; if (first) first.fields.text = 'Совсем другое предложение.'; });
    const name = `resolutions/1.ru.${format}`;
    const lies = found(verifyBundle(pack({ ...files, ...real, [name]: forged[name] ?? new Uint8Array() })));
    expect(lies).toEqual([expect.stringMatching(new RegExp(`^${format}\\.text ${name} decision 1\\.1 Планы: `, 'u'))]);
    expect(lies.join('\n')).toContain(format === 'docx' ? 'it is «Совсем другое предложение.»' : 'Совсемдругое');
  });
});
