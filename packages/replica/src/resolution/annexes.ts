import type { Lang, ReservationView, Snapshot, VoteHead } from '@tegerek/contracts/wire';
import { pick } from './document/pick.js';
import type { Footnote, Reservation } from './resolution-document.js';

const PARTICIPANT: Record<Lang, string> = { ru: 'участник', ky: 'катышуучу', en: 'participant' };

/** What stands beside a decided version: its evidence as frozen, and who does not agree. Public events only. */
export function annexesOf({ core, panels }: Snapshot, vote: VoteHead, versionId: string): { footnotes: Footnote[]; reservations: Reservation[] } {
  const panel = panels[vote.panelId ?? ''];
  const titleOf = (groupId: string, language: Lang): string => { const group = core.groups.find(({ id }) => id === groupId); return (group && pick(group.title, language)?.text) ?? ''; };
  const footnotes = (panel?.notes[versionId] ?? []).map(({ claim, source, date, region, link, file, language, contestedBy }): Footnote => ({
    claim, source, date, region, link: [link, file ? `${file.name} (SHA-256 ${file.hash})` : ''].filter((part) => part !== '').join(', '), contestedBy: contestedBy.map((groupId) => titleOf(groupId, language)),
  }));
  const by = ({ capacity, organisation, groupId, language }: ReservationView): string => {
    const group = groupId === null ? '' : titleOf(groupId, language);
    if (capacity === 'organisation' && organisation !== '') return group === '' ? organisation : `${organisation} (${group})`;
    return capacity === 'group' && group !== '' ? group : [PARTICIPANT[language], group].filter((part) => part !== '').join(', ');
  };
  const reservations = Object.values(panel?.reservations ?? {}).filter(({ voteId }) => voteId === vote.voteId).sort((a, b) => a.at - b.at || (a.reservationId < b.reservationId ? -1 : 1))
    .map((each): Reservation => ({ by: by(each), text: each.text, language: each.language }));
  return { footnotes, reservations };
}
