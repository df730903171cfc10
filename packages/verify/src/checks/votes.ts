import { sha256Hex, versionHash } from '@tegerek/ballot';
import { canonicalize, type Snapshot, type VoteHead } from '@tegerek/contracts';
import type { Findings } from '../report.js';
import { textOf, type Files } from '../read/container.js';
import { firstDifference, readLines } from '../read/json-lines.js';
import { checkAgendas } from './agenda.js';
import { nameOf } from './name-of.js';
import { checkLot } from './lot.js';
import { paperOf } from './paper.js';
import { faultOf, recount, type ListedBallot } from './recount.js';
import { checkReasons } from './reasons.js';

export const listName = (voteId: string): string => `votes/${voteId}/ballots.jsonl`;
export const voteName = (voteId: string): string => `votes/${voteId}/vote.json`;

/** C7–C9, C15: the frozen text, the list and its hash, the result of every vote, a drawn lot and the reasons of blocks. Returns the number of ballots counted. */
export function checkVotes(files: Files, snapshot: Snapshot, findings: Findings): number {
  const { core } = snapshot;
  let ballots = 0;
  for (const vote of Object.values(core.votes)) {
    const at = `votes/${vote.voteId}`;
    findings.guard('vote.check', at, () => {
      checkVersion(vote, findings);
      checkCopy(files, vote, findings);
      if (vote.state === 'closed') ballots += checkCount(files, vote, snapshot, findings);
    });
  }
  findings.guard('vote.check', 'votes', () => checkAgendas(Object.values(core.votes), findings));
  return ballots;
}

function checkVersion(vote: VoteHead, findings: Findings): void {
  const { version } = vote;
  if (version && versionHash(version) !== version.hash) findings.add('version.hash', `votes/${vote.voteId}`, `${nameOf(vote)}: the text is not the one that its hash froze`);
}

/** `vote.json` repeats the log's own words for readers without a program. */
function checkCopy(files: Files, vote: VoteHead, findings: Findings): void {
  const name = voteName(vote.voteId);
  const bytes = files[name];
  if (!bytes) findings.add('file.missing', name, `${nameOf(vote)}: the file is not in the bundle`);
  else if (textOf(bytes) !== canonicalize(vote)) {
    let path: string | null = '(form)';
    findings.guard('vote.copy', name, () => { path = firstDifference(JSON.parse(textOf(bytes)), JSON.parse(canonicalize(vote))) ?? '(form)'; });
    findings.add('vote.copy', name, `${nameOf(vote)}: the file differs from the log at ${path}`);
  }
}

function checkCount(files: Files, vote: VoteHead, snapshot: Snapshot, findings: Findings): number {
  const name = listName(vote.voteId);
  const rows = readLines(files, name, findings);
  const ballots: ListedBallot[] = [];
  let last = 0;
  for (const { line, value } of rows) {
    const fault = faultOf(vote, value);
    const ballot = value as ListedBallot;
    if (fault) findings.add('ballot.row', `${name}:${line}`, `${nameOf(vote)}: the row ${fault}`);
    else if (ballot.number <= last) findings.add('ballot.number', `${name}:${line}`, `${nameOf(vote)}: number ${ballot.number} follows ${last}; each stands once, in order`);
    else ballots.push(ballot);
    if (!fault) last = Math.max(last, ballot.number);
  }
  const bytes = files[name];
  if (bytes && sha256Hex(bytes) !== vote.ballotsHash) findings.add('ballots.hash', name, `${nameOf(vote)}: the list is not the one whose hash the log states`);
  checkNumbers(vote, ballots, name, findings);
  checkResult(vote, ballots, name, findings);
  checkLot(vote, ballots, findings);
  checkReasons(vote, snapshot.panels[vote.panelId ?? '']?.blockReasons[vote.voteId] ?? [], ballots, findings);
  return ballots.length;
}

/** Not more ballots of a group than electors, no number beyond the electorate, and the counts that the log states. */
function checkNumbers(vote: VoteHead, ballots: readonly ListedBallot[], name: string, findings: Findings): void {
  const electors = Object.values(vote.electorateByGroup).reduce((sum, n) => sum + n, 0);
  const beyond = ballots.find(({ number }) => number > electors);
  if (beyond) findings.add('ballot.beyond', name, `${nameOf(vote)}: number ${beyond.number} of ${electors} electors`);
  for (const group of Object.keys(vote.electorateByGroup)) {
    const rows = ballots.filter((ballot) => ballot.group === group).length;
    const cast = rows + paperOf(vote, group);
    const phones = (vote.electorateByGroup[group] ?? 0) - (vote.onPaper[group] ?? 0);
    if (rows > phones) findings.add('ballot.phones', name, `${nameOf(vote)}: ${rows} ballots of group ${group} on the list, but only ${phones} of its electors voted by phone`);
    if (cast > (vote.electorateByGroup[group] ?? 0)) findings.add('ballot.too-many', name, `${nameOf(vote)}: ${cast} ballots of group ${group}, which has ${vote.electorateByGroup[group] ?? 0} electors`);
    if (cast !== (vote.castByGroup?.[group] ?? 0)) findings.add('vote.cast', name, `${nameOf(vote)}: the log states ${vote.castByGroup?.[group] ?? 0} ballots of group ${group}, list and paper have ${cast}`);
  }
}

function checkResult(vote: VoteHead, ballots: readonly ListedBallot[], name: string, findings: Findings): void {
  findings.guard('vote.count', name, () => {
    const counted: unknown = JSON.parse(canonicalize(recount(vote, ballots)));
    const path = firstDifference(counted, vote.result);
    if (path !== null) findings.add('vote.result', name, `${nameOf(vote)}: the recount differs from the stated result at ${path}: counted ${show(counted, path)}, stated ${show(vote.result, path)}`);
  });
}

function show(value: unknown, path: string): string {
  const found = path.split('.').reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined), value);
  return JSON.stringify(found)?.slice(0, 120) ?? 'nothing';
}
