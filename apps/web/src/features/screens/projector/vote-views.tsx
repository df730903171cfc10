import type { VoteHead } from '@tegerek/contracts/wire';
import { useFormat, useText } from '../../../i18n/provider.js';
import { usePanel, useServerNow } from '../../../live/index.js';
import { AmendmentChange } from '../../../ui/amendment.js';
import { GradeMark } from '../../../ui/badge.js';
import { GroupSign } from '../../../ui/group-sign.js';
import { ProjectorFrame } from '../../../ui/layouts/projector-frame.js';
import { Ring } from '../../../ui/ring.js';
import { InShort, shortlistOf } from '../../../ui/ranking-more.js';
import { outcomeSentences } from '../../../ui/staff/decision-outcome.js';
import { useTurnout } from '../../../ui/staff/use-turnout.js';
import { decisionResult, placesOf, rankingResult, resultRing, sumOf, turnoutRing } from '../../../ui/staff/outcome-words.js';
import { useReadRanking, useVersionText, useVoteTitles } from '../../../ui/staff/version-text.js';
import { adoptedIf, isDecisionRule } from '../../../ui/staff/rule-words.js';
import { fitted, sayClass } from './fit.js';
import { TopLine, type Shown } from './views.js';

const RING = 440;
/** Characters beside a change that the hall reads. */
const HALL_CONTEXT = 40;
/** Label size as a share of the ring. */
const TYPE = 0.066;

/** A vote by its state: turnout while it is open, then the result. */
export function VoteView(props: Shown & { vote: VoteHead }) {
  const { vote, core, panel } = props;
  const t = useText();
  if (vote.state === 'void') return <ProjectorFrame top={<TopLine core={core} panel={panel} />}><p className="say">{t('hall.voided')}</p></ProjectorFrame>;
  if (vote.state !== 'closed') return <OpenVote {...props} />;
  return vote.purpose !== 'ranking' ? <DecisionResultView {...props} /> : <RankingResultView {...props} />;
}

function ClosingSeconds({ closesAt }: { closesAt: number }) {
  const t = useText();
  const left = Math.ceil(Math.max(0, closesAt - useServerNow(250)) / 1_000);
  return <>{left === 0 ? t('hall.counting') : t('hall.closing', { n: left })}</>;
}

/** What is decided and how many have voted; never the votes. */
function OpenVote({ core, panel, groups, vote }: Shown & { vote: VoteHead }) {
  const t = useText();
  const { number } = useFormat();
  const cast = useTurnout(vote);
  const [n, base] = [sumOf(cast), sumOf(vote.electorateByGroup)];
  const isDecision = vote.purpose !== 'ranking';
  const together = vote.agendaId === null ? [] : Object.values(core.votes).filter((each) => each.agendaId === vote.agendaId && !each.pulledOut).sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));
  const read = useVersionText(vote);
  const fields = read?.fields;
  const text = fields === undefined ? '' : fitted(fields.title === '' || [...fields.text].length < 220 ? fields.text : fields.title);
  return (
    <ProjectorFrame
      columns="right" top={<TopLine core={core} panel={panel} end={together.length > 0 ? t('agenda.hall', { n: together.length }) : vote.purpose === 'amendment' ? t('amend.vote', { number: vote.number }) : isDecision ? t('hall.decision', { number: vote.number }) : t('hall.ranking')} />}
      bottom={isDecisionRule(vote.rule) ? <span className="wrap">{t('rule.adopted-if')}: {adoptedIf(t, vote.rule)}</span> : null}
    >
      <div>
        {vote.amendment !== null ? <div className="say long hall-diff"><AmendmentChange vote={vote} around={HALL_CONTEXT} /></div> : together.length > 0 ? <AgendaLines votes={together} /> : text === '' ? <p className="say">{t('hall.rank-now')}</p> : <p className={text.length > 90 ? 'say long' : sayClass(text)} lang={read?.lang}>{text}</p>}
        {together.length > 0 || vote.amendment !== null || read === null || read.note === null ? null : <p className="under soft">{read.note}</p>}
        <p className="under"><b className="accent">{vote.state === 'closing' && vote.closesAt !== null ? <ClosingSeconds closesAt={vote.closesAt} /> : isDecision ? t('hall.vote-now') : null}</b></p>
        {groups.some((group) => shortName(group) !== group.name) ? <p className="under legend"><Legend groups={groups} /></p> : null}
      </div>
      <Ring size={RING} labels type={TYPE} groups={turnoutRing(vote, cast, groups).map((group) => ({ ...group, name: shortName(group) }))} lead={t(isDecision ? 'outcome.voted' : 'outcome.ranked', { n, base })} center={number(n)} under={t('ui.figure.of', { base })} />
    </ProjectorFrame>
  );
}

/** Items that fit above the ring's height. */
const MOST_ITEMS = 6;

function AgendaLines({ votes }: { votes: readonly VoteHead[] }) {
  const t = useText();
  const titleOf = useVoteTitles();
  return (
    <ol className="places">
      {votes.slice(0, MOST_ITEMS).map((each) => <li key={each.voteId}><b>{each.number}</b><span className="clamp-2" lang={titleOf(each).lang}>{fitted(titleOf(each).title)}</span></li>)}
      {votes.length > MOST_ITEMS ? <li><span /><span>{t('hall.more', { n: votes.length - MOST_ITEMS })}</span></li> : null}
    </ol>
  );
}

const LONGEST_LABEL = 12;
/** Around the ring there is room for a short name; a longer one stands as its sign, and in the line below. */
const shortName = ({ name, sign }: { name: string; sign: string }, longest = LONGEST_LABEL): string => ([...name].length <= longest ? name : sign);

/** Names to the signs around the ring, where those stand for longer names. */
function Legend({ groups, longest }: Pick<Shown, 'groups'> & { longest?: number }) {
  return <>{groups.filter((group) => shortName(group, longest) !== group.name).map((group) => <GroupSign key={group.id} group={{ ...group, name: `${group.sign}: ${group.name}` }} />)}</>;
}

function DecisionResultView({ core, panel, groups, vote }: Shown & { vote: VoteHead }) {
  const t = useText();
  const heading = useVoteTitles()(vote);
  const { number } = useFormat();
  const result = decisionResult(vote);
  if (result === null) return null;
  const { failed, reached } = outcomeSentences(t, vote, result, groups);
  const { yes, cast } = result.overall;
  const ring = resultRing(vote, result, groups).map((group) => ({ ...group, name: shortName(group), figure: t('ui.figure.yes', { value: group.value, base: group.base }) }));
  return (
    <ProjectorFrame columns="left" top={<TopLine core={core} panel={panel} end={t('hall.result')} />} bottom={groups.some((group) => shortName(group) !== group.name) ? <Legend groups={groups} /> : <span>{t(result.grade === 'consensus' ? 'outcome.closed-circle' : 'outcome.key')}</span>}>
      <Ring size={RING} mode="vote" labels type={TYPE} groups={ring} lead={t('outcome.yes', { n: yes, base: cast })} center={number(yes)} under={t('ui.figure.yesOf', { base: cast })} />
      <div>
        {vote.amendment === null ? <p className="soft clamp-3" lang={heading.lang}>{vote.number} {fitted(heading.title)}</p> : <><p className="soft">{t('amend.vote', { number: vote.number })}</p><div className="hall-diff"><AmendmentChange vote={vote} around={HALL_CONTEXT} /></div></>}
        <GradeMark grade={result.grade} />
        {vote.supersededBy === null ? null : <p className="under">{t('super.by')}</p>}
        {result.conventions.ballot === 'consent-scale' ? <p className="under">{t('scale.support')} {result.overall.support} · {t('scale.live-with')} {result.overall.canLiveWith} · {t('scale.reservations')} {result.overall.reservations} · {t('scale.block')} {result.overall.block}</p> : null}
        {failed.length === 0 && reached === null ? null : <div className="clause">{failed.slice(0, 3).map((words) => <span key={words} className="fail">{words}</span>)}{reached}</div>}
      </div>
    </ProjectorFrame>
  );
}

const MOST_PLACES = 5;
/** In the head of a narrow column. */
const LONGEST_HEAD = 8;

function RankingResultView({ core, panel, groups, vote: counted }: Shown & { vote: VoteHead }) {
  const t = useText();
  usePanel(counted.panelId); // where its translations are
  const vote = useReadRanking(counted);
  const result = rankingResult(vote);
  if (result === null) return null;
  const places = placesOf(result.ranking);
  const word = (ranking: readonly (readonly string[])[], id: string) => {
    const at = placesOf(ranking).find((each) => each.optionId === id);
    if (at === undefined) return '·';
    return at.isTied ? t('outcome.place.tied', { n: at.place }) : String(at.place);
  };
  const columns = groups.slice(0, 3);
  const list = shortlistOf(vote);
  const numberOf = (id: string) => vote.options.find((each) => each.id === id)?.number ?? '';
  return (
    <ProjectorFrame top={<TopLine core={core} panel={panel} end={t('hall.ranking')} />} bottom={<><span>{t('outcome.ranked', { n: result.ballots, base: sumOf(vote.electorateByGroup) })}</span><Legend groups={columns} longest={LONGEST_HEAD} />{list === null || list.selected.length === 0 ? null : <b>{t('shortlist.line', { numbers: list.selected.map(numberOf).join(', ') })}</b>}{places.length > MOST_PLACES ? <span className="end">{t('hall.more', { n: places.length - MOST_PLACES })}</span> : null}</>}>
      <ol className="places ranked">
        <li className="head"><span /><span>{t('outcome.overall')}</span>{columns.map((group) => <GroupSign key={group.id} group={{ ...group, name: shortName(group, LONGEST_HEAD) }} />)}</li>
        {places.slice(0, MOST_PLACES).map(({ optionId }) => {
          const option = vote.options.find((each) => each.id === optionId);
          return <li key={optionId}><b>{word(result.ranking, optionId)}</b><span className="clamp-2" lang={option?.language}>{option?.title}</span>{columns.map((group) => <span key={group.id} className="c">{(result.groups[group.id]?.ballots ?? 0) === 0 ? '·' : word(result.groups[group.id]?.ranking ?? [], optionId)}</span>)}</li>;
        })}
      </ol>
      <InShort vote={vote} groups={groups} />
    </ProjectorFrame>
  );
}
