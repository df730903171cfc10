import type { Group, LogEvent, VoteHead } from '@tegerek/contracts';
import type { ListedBallot } from '../checks/recount.js';
import { readContainer, textOf } from './container.js';

export interface ListedVote {
  voteId: string;
  number: string;
  purpose: VoteHead['purpose'];
  title: string;
  /** Title of each option by id, for rankings. */
  options: Record<string, string>;
  rows: ListedBallot[];
}

export interface ListedVotes {
  votes: ListedVote[];
  groups: Group[];
}

/** The closed votes of a bundle with their published lists, so that each finds their own row. Empty for what cannot be read: `verifyBundle` says why. */
export function listedVotes(bytes: Uint8Array): ListedVotes {
  try {
    const files = readContainer(bytes);
    const lists = Object.keys(files).flatMap((name) => (/^votes\/([0-9a-f-]{36})\/ballots\.jsonl$/u.exec(name)?.[1] ?? []));
    const votes = lists.map((voteId) => {
      const head = JSON.parse(textOf(files[`votes/${voteId}/vote.json`] ?? new Uint8Array())) as VoteHead;
      const lines = textOf(files[`votes/${voteId}/ballots.jsonl`] ?? new Uint8Array()).trimEnd().split('\n').filter((line) => line !== '');
      const options = Object.fromEntries(head.options.map(({ id, title }) => [id, title]));
      return { voteId, number: head.number, purpose: head.purpose, title: head.version?.fields.title ?? '', options, rows: lines.map((line) => JSON.parse(line) as ListedBallot) };
    }).toSorted((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));
    return { votes, groups: groupsOf(textOf(files['payload.jsonl'] ?? new Uint8Array())) };
  } catch {
    return { votes: [], groups: [] };
  }
}

/** As the log has them last. */
const groupsOf = (payload: string): Group[] =>
  payload.split('\n').filter((line) => line.includes('"groups":')).map((line) => (JSON.parse(line) as { event?: LogEvent }).event?.data as { groups?: Group[] } | undefined).findLast((data) => data?.groups !== undefined)?.groups ?? [];
