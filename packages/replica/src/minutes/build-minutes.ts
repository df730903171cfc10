import type { CoreSlice, Lang, PanelSlice } from '@tegerek/contracts/wire';
import type { DocumentModel } from '../resolution/document/model.js';
import { lines, pickText } from '../resolution/document/pick.js';
import { markedBuilder } from '../resolution/document/writing.js';
import { dayInWords } from '../resolution/messages/say.js';
import { lineWords, type Names } from './line-words.js';
import { sayMinutes } from './messages.js';
import { panelRecord } from './record.js';

export interface MinutesFacts {
  core: CoreSlice;
  panel: PanelSlice;
  person: Names['person'];
  /** Names nobody, and says so: for who may not read names. What was typed stands as it is. */
  isNameless?: boolean;
  /** An instant (ms) as wall clock in the dialogue's zone, `HH:MM`. */
  time: (at: number) => string;
}

/** A panel's minutes as a document; the same facts give the same document. `undefined`: no such panel. */
export function buildMinutes({ core, panel, isNameless = false, person: named, time }: MinutesFacts, lang: Lang): DocumentModel | undefined {
  const head = core.panels[panel.panelId];
  if (!head || !core.setup) return undefined;
  const { setup } = core;
  const person: Names['person'] = isNameless ? () => undefined : named;
  const group = (id: string): string => pickText(core.groups.find((each) => each.id === id)?.title ?? {}, lang);
  const people = (seats: readonly string[]): string => seats.flatMap((seat) => person(seat) ?? []).join(', ');
  const to = markedBuilder(core.rehearsal, lang);
  const title = sayMinutes(lang, 'title', { number: head.number });
  to.heading(1, title);
  to.paragraph(pickText(head.title, lang), 'subtitle');
  to.paragraph([pickText(setup.title, lang), pickText(setup.place, lang), pickText(head.hall, lang), dayInWords(lang, setup.date)].filter((part) => part !== '').join(', '), 'meta');
  to.fields([[sayMinutes(lang, 'outcome'), pickText(head.outcome, lang)]]);
  for (const [key, seats] of [['moderators', head.moderators], ['rapporteurs', head.rapporteurs], ['speakers', head.panellists]] as const) to.fields([[sayMinutes(lang, key), people(seats)]]);
  if (isNameless) to.paragraph(sayMinutes(lang, 'nameless'), 'meta');
  to.heading(2, sayMinutes(lang, 'course'));
  const record = panelRecord(core, panel);
  if (record.length === 0) to.paragraph(sayMinutes(lang, 'empty'));
  for (const line of record) {
    const [first = '', ...others] = lines(lineWords(lang, line, { person, group }));
    to.runs([{ text: first }], 'item', time(line.at));
    for (const other of others) to.paragraph(other);
  }
  to.heading(2, sayMinutes(lang, 'times'));
  to.table([sayMinutes(lang, 'group'), sayMinutes(lang, 'time')], core.groups.map(({ id }) => [group(id), Math.round((head.spokenMs[id] ?? 0) / 60_000)]));
  return to.build(lang, title, setup.date);
}
