import type { ResolutionDocument } from '../resolution-document.js';
import { dayInWords } from '../messages/say.js';
import { addFrame } from './frame-blocks.js';
import { lines, pickText } from './pick.js';
import type { Writing } from './writing.js';

/** Place and date on one line, the title, «we, the participants …», and the preamble and findings of the organizer. */
export function addOpening(writing: Writing, resolution: ResolutionDocument): void {
  const { lang, say, to } = writing;
  const heldAt = pickText(resolution.heldAt, lang);
  to.runs([{ text: resolution.place === '' ? heldAt : resolution.place }, { text: dayInWords(lang, resolution.date) }], 'dateline');
  to.heading(1, say(resolution.rehearsal ? 'resolution.rehearsed' : 'resolution.numbered', { number: resolution.number }));
  to.paragraph(say('resolution.subtitle', { title: pickText(resolution.title, lang) }), 'subtitle');
  addWe(writing, resolution, heldAt);
  if (addFrame(writing, resolution, 'preamble', 'none')) addAdoption(writing, resolution);
  else addDefault(writing, resolution);
  addFrame(writing, resolution, 'findings', 'dashes', say('findings'));
}

function addWe({ lang, say, to, groupName }: Writing, { title, heldOn, participants, regions }: ResolutionDocument, heldAt: string): void {
  const held = [heldAt, dayInWords(lang, heldOn)].filter((part) => part !== '').join(', ');
  const groups = participants.map(({ groupId, present }) => say('preamble.group', { group: groupName(groupId), n: present })).join(', ');
  const all = participants.reduce((sum, { present }) => sum + present, 0);
  to.paragraph(say('preamble', { title: pickText(title, lang), held, groups, n: all }));
  const places = regions.map(({ name, seats }) => (seats === null ? name : say('preamble.group', { group: name, n: seats })));
  if (places.length > 0) to.paragraph(say('preamble.regions', { regions: places.join(', ') }));
}

/** Ends the sentence «we, the participants …», where the organizer's preamble leaves it open. */
function addAdoption({ lang, say, to }: Writing, { frame }: ResolutionDocument): void {
  if (!/[.!?…]\s*$/u.test(pickText(frame.preamble, lang))) to.paragraph(say('preamble.adopt'));
}

/** Without a preamble of the organizer: what the dialogue was for. */
function addDefault({ lang, say, to }: Writing, { description, goals }: ResolutionDocument): void {
  to.paragraph(say('preamble.default'));
  for (const part of lines(pickText(description, lang))) to.paragraph(part);
  const given = goals.map((goal) => pickText(goal, lang)).filter((goal) => goal !== '');
  if (given.length === 0) return;
  to.heading(2, say('goals'));
  to.list('numbered', given);
}
