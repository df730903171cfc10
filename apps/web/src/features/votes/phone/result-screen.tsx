import type { RankingResult, DecisionResult } from '@tegerek/tally';
import type { CoreSlice, VoteHead } from '@tegerek/contracts/wire';
import { useFormat, useText } from '../../../i18n/index.js';
import { boxOf } from '@tegerek/rules';
import { useCore, useMe, usePanel, usePressState } from '../../../live/index.js';
import { useGroups } from '../../../surfaces/phone/kit/groups.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { Turnout } from '../../../surfaces/phone/kit/turnout.js';
import { isOpen, listedChoice, myBallot } from '../../../surfaces/phone/kit/votes.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { AmendmentChange } from '../../../ui/amendment.js';
import { GradeMark } from '../../../ui/badge.js';
import { ButtonLink } from '../../../ui/button.js';
import { RefusalNote } from '../../../ui/field.js';
import { IconAlertTriangle, IconShieldCheck } from '../../../ui/icons/index.js';
import { EmptyState, Note } from '../../../ui/notes.js';
import { Ring } from '../../../ui/ring.js';
import { PairwiseTable } from '../../../ui/pairwise-table.js';
import { bridgeOf, Explained, reportOf, Shortlist } from '../../../ui/ranking-more.js';
import { BlockReasons, ConsentTable, PaperLines, SupersedeLines } from '../../../ui/vote-notes.js';
import { barsOf, failedWords, missedRung, resultRing } from '../../../ui/staff/outcome-words.js';
import { VotesBars } from '../../../ui/votes-bars.js';
import { useRowCheck } from './my-row.js';
import { useReadRanking } from '../../../ui/staff/version-text.js';
import { VoteText } from './vote-text.js';

export default function ResultScreen({ id }: { id: string | null }) {
  const t = useText();
  const core = useCore();
  const vote = core?.votes[id ?? ''];
  if (core === null || vote === undefined) return <Screen title={t('p.result.see')} tab="now" back="results"><EmptyState title={t('p.gone')} /></Screen>;
  const title = t(vote.purpose === 'ranking' ? 'p.result.ranking' : vote.purpose === 'amendment' ? 'amend.result' : 'p.result.decision', { number: vote.number });
  if (isOpen(vote)) return <Screen title={title} tab="now" back="now"><EmptyState title={t('p.result.notYet')} /><Turnout vote={vote} /></Screen>;
  if (vote.state === 'void' || vote.result === null) return <Screen title={title} tab="now" back="results"><EmptyState title={t(vote.pulledOut ? 'p.agenda.pulled' : 'p.vote.void')}>{vote.voidReason === null || vote.voidReason === '' ? null : <bdi>{vote.voidReason}</bdi>}</EmptyState></Screen>;
  return (
    <Screen title={title} tab="now" back="results">
      {vote.purpose !== 'ranking' ? <Decision vote={vote} result={vote.result as unknown as DecisionResult} /> : <RankingOrder vote={vote} result={vote.result as unknown as RankingResult} core={core} />}
      <MyRow vote={vote} />
    </Screen>
  );
}

function Decision({ vote, result }: { vote: VoteHead; result: DecisionResult }) {
  const t = useText();
  const { number } = useFormat();
  const groups = useGroups().filter((group) => result.groups[group.id] !== undefined);
  const { overall } = result;
  const { path } = useWho();
  const panel = usePanel(vote.panelId);
  const base = overall.yes + overall.no;
  return (
    <>
      <div className="split result-head">
        <Ring mode="vote" size={112} groups={resultRing(vote, result, groups)} lead={t('p.result.words', { yes: overall.yes, base })} center={number(overall.yes)} under={t('ui.figure.of', { base })} />
        <div><p className="over">{t('p.result.grade')}</p><h2 className="h1"><GradeMark grade={result.grade} /></h2><p className="sm soft">{t('p.result.words', { yes: overall.yes, base })} {overall.abstain === 0 ? null : t('p.result.abstained', { n: overall.abstain })}</p></div>
      </div>
      <SupersedeLines vote={vote} hrefOf={(voteId) => path('result', voteId)} />
      {result.failed.length === 0 ? null : <Missed result={result} />}
      <section className="rule"><VotesBars all={overall} groups={barsOf(result, groups)} /></section>
      <ConsentTable result={result} groups={groups} />
      <BlockReasons reasons={panel?.blockReasons[vote.voteId] ?? []} groups={groups} />
      <PaperLines vote={vote} groups={groups} invalid={overall.invalid} />
      {vote.amendment === null ? null : <section className="rule"><AmendmentChange vote={vote} /></section>}
      <details className="rule"><summary>{t('p.result.text')}</summary><VoteText vote={vote} isFull /></details>
    </>
  );
}

/** Which clause was missed, by whom and by how much. */
function Missed({ result }: { result: DecisionResult }) {
  const t = useText();
  const groups = useGroups();
  const rung = missedRung(result);
  const words = <>{rung === undefined ? null : <b>{t(`outcome.rung.${rung}`)} </b>}{failedWords(t, result, (id) => groups.find((group) => group.id === id)?.name ?? '').join('; ')}</>;
  return result.adopted ? <div className="refuse quiet-refuse"><IconAlertTriangle /><span>{words}</span></div> : <RefusalNote>{words}</RefusalNote>;
}

function RankingOrder({ vote: asked, result, core }: { vote: VoteHead; result: RankingResult; core: CoreSlice }) {
  usePanel(asked.panelId); // where its translations are
  const vote = useReadRanking(asked);
  const t = useText();
  const groups = useGroups().filter((group) => core.groups.some((each) => each.id === group.id));
  const report = reportOf(vote);
  const nameOf = (id: string) => vote.options.find((option) => option.id === id);
  const placeIn = (ranking: readonly (readonly string[])[], id: string) => 1 + ranking.slice(0, ranking.findIndex((layer) => layer.includes(id))).reduce((sum, layer) => sum + layer.length, 0);
  return (
    <>
      <p className="sm soft">{t('p.result.ballots', { n: result.ballots })} {result.ranking.some((layer) => layer.length > 1) ? t('p.result.ties') : null}</p>
      <Shortlist vote={vote} groups={groups} />
      <ol className="ranking">
        {result.ranking.flatMap((layer) => layer).map((id) => {
          const option = nameOf(id);
          const byGroup = groups.filter((group) => (result.groups[group.id]?.ballots ?? 0) > 0).map((group) => t('p.result.place', { group: group.name, n: placeIn(result.groups[group.id]?.ranking ?? [], id) }));
          return <li key={id}><span className="place-n num">{placeIn(result.ranking, id)}</span><span><bdi lang={option?.language}>{option?.title === '' ? option.text : option?.title}</bdi><span className="sm mute block">{[...byGroup, ...(report === null ? [] : [t('bridge.of', { n: bridgeOf(report, id) })])].join(' · ')}</span></span></li>;
        })}
      </ol>
      <p className="sm mute">{t('bridge.how')}</p>
      <Explained vote={vote} groups={groups} />
      <details><summary>{t('p.result.pairs')}</summary><PairwiseTable caption={t('p.result.pairs')} items={result.ranking.flat().map((id) => ({ id, label: nameOf(id)?.title ?? '' }))} wins={(row, column) => result.pairwise[row]?.[column] ?? 0} /></details>
    </>
  );
}

/** My own ballot among those counted, by the number that only I know to be mine. */
function MyRow({ vote }: { vote: VoteHead }) {
  const t = useText();
  const me = useMe();
  const { door, path } = useWho();
  const press = usePressState(boxOf(vote));
  const ballot = myBallot(me, press, boxOf(vote));
  const isIn = ballot !== null && ballot.state === 'recorded' && ballot.number !== null;
  const check = useRowCheck(door.id, vote.voteId, isIn && ballot.number !== null ? { number: ballot.number, choice: ballot.choice } : null);
  if (press?.state === 'not-counted') return <Note>{t('p.vote.late')}</Note>;
  if (check === null || ballot === null) return null;
  const mine = listedChoice(ballot.choice);
  const mayReserve = mine === 'reservations' || mine === 'block';
  const words = t(`p.row.${check}`, { number: ballot.number });
  const row = check === 'found' || check === 'looking' || check === 'unread' ? <p className="sm soft row pull"><IconShieldCheck /><span>{words}</span></p> : <RefusalNote>{words}</RefusalNote>;
  // a reservation or a block invites its text: it is written on the proposal's own screen
  return <>{row}{mayReserve && vote.version !== null && vote.purpose === 'decision' ? <ButtonLink wide href={path('proposal', vote.version.proposalId)}>{t('p.result.reserve')}</ButtonLink> : null}</>;
}
