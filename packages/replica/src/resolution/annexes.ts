import { canonicalize, type Lang, type ReservationView, type Snapshot, type VoteHead } from '@tegerek/contracts/wire';
import { pick } from './document/pick.js';
import type { Footnote, Reservation } from './resolution-document.js';

const PARTICIPANT: Record<Lang, string> = { ru: 'участник', ky: 'катышуучу', en: 'participant' };

/** About the decided proposal, oldest first: a later decision does not silence who spoke about an earlier version; of one seat the latest counts. */
function standingReservations(all: readonly ReservationView[], { version }: VoteHead): ReservationView[] {
  const about = all.filter(({ proposalId }) => proposalId === version?.proposalId).sort((a, b) => a.at - b.at || (a.reservationId < b.reservationId ? -1 : 1));
  return about.filter((each) => !about.some((later) => later.seatId === each.seatId && later.version > each.version));
}

const isSameText = (reserved: VoteHead | undefined, decided: VoteHead): boolean => canonicalize(reserved?.version?.fields ?? null) === canonicalize(decided.version?.fields ?? null);

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
  const reservations = standingReservations(Object.values(panel?.reservations ?? {}), vote)
    .map((each): Reservation => ({ by: by(each), text: each.text, language: each.language, version: each.version, isTextChanged: !isSameText(core.votes[each.voteId], vote) }));
  return { footnotes, reservations };
}
