import { beforeAll, describe, expect, it } from '@jest/globals';
import { renderDocument } from '@tegerek/api/modules/exports/files/formats';
import { sha256Hex, versionHash } from '@tegerek/ballot';
import { LANGS, type Lang } from '@tegerek/contracts';
import { buildDocument, type ResolutionDocument } from '@tegerek/replica';
import { HOSTILE_WORDS } from '@tegerek/replica/testing';
import { verifyBundle } from '@tegerek/verify';
import { closedEvent, eventData, filesOf, pack, smallDay, VOTES, type Day } from '@tegerek/verify/testing';
import { strFromU8 } from 'fflate';

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

/** The server's owner forged the day before it was sealed: log, lists, votes, data and documents all say the same. */
async function ownersBundle(forge: (day: Day) => void): Promise<ReturnType<typeof verifyBundle>> {
  const day = smallDay();
  forge(day);
  const files = filesOf(day);
  return verifyBundle(pack({ ...files, ...(await documentsOf(files, ['ru'])) }));
}
const found = ({ findings }: ReturnType<typeof verifyBundle>): string[] => findings.map(({ code, at, words }) => `${code} ${at} ${words}`);

describe('forgeries in the documents that the server itself would write', () => {
  let files: Files;
  let real: Files;
  beforeAll(async () => {
    files = filesOf(smallDay());
    real = await documentsOf(files, LANGS);
  });

  it('the honest ones are right in every language', () => {
    expect(verifyBundle(pack({ ...files, ...real })).findings).toEqual([]);
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
