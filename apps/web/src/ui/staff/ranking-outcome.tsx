import type { VoteHead } from '@tegerek/contracts/wire';
import { useText } from '../../i18n/provider.js';
import type { GroupView } from '../group.js';
import { GroupPlate } from '../group-sign.js';
import { PairwiseTable } from '../pairwise-table.js';
import { bridgeOf, Explained, reportOf, Shortlist } from '../ranking-more.js';
import { placesOf, rankingResult, sumOf, type CountedRanking } from './outcome-words.js';
import { useReadRanking } from './version-text.js';
import './staff.css';

const placeOf = (ranking: readonly (readonly string[])[], optionId: string) => placesOf(ranking).find((each) => each.optionId === optionId);

function Rows({ vote, result, groups }: { vote: VoteHead; result: CountedRanking; groups: readonly GroupView[] }) {
  const t = useText();
  const report = reportOf(vote);
  const shown = (ranking: readonly (readonly string[])[], id: string) => {
    const at = placeOf(ranking, id);
    if (at === undefined) return '';
    return at.isTied ? t('outcome.place.tied', { n: at.place }) : String(at.place);
  };
  return placesOf(result.ranking).map(({ optionId }) => {
    const option = vote.options.find((each) => each.id === optionId);
    return (
      <tr key={optionId}>
        <td className="place">{shown(result.ranking, optionId)}</td>
        <th scope="row"><b>{option?.number}</b> <bdi lang={option?.language}>{option?.title}</bdi></th>
        {groups.map((group) => <td key={group.id} className="c">{(result.groups[group.id]?.ballots ?? 0) === 0 ? '·' : shown(result.groups[group.id]?.ranking ?? [], optionId)}</td>)}
        <td className="c">{(result.borda.doubledScores[optionId] ?? 0) / 2}</td>
        {report === null ? null : <td className="c">{bridgeOf(report, optionId)}</td>}
      </tr>
    );
  });
}

/** A closed ranking: places overall and in each group, Borda beside, and the pairwise table; recommendations as the reader reads them. */
export function RankingOutcome({ vote: counted, groups }: { vote: VoteHead; groups: readonly GroupView[] }) {
  const t = useText();
  const vote = useReadRanking(counted);
  const result = rankingResult(vote);
  if (result === null) return null;
  const order = placesOf(result.ranking).map(({ optionId }) => ({ id: optionId, label: vote.options.find((each) => each.id === optionId)?.title ?? '' }));
  return (
    <div className="stack-4">
      <p className="soft">{t('outcome.ranked', { n: result.ballots, base: sumOf(vote.electorateByGroup) })}{result.isTied ? `. ${t('outcome.ranking.tied')}` : ''}</p>
      <div className="table-wrap">
        <table className="places-table">
          <caption className="sr-only">{t('outcome.places')}</caption>
          <thead><tr><th scope="col">{t('outcome.place')}</th><th scope="col">{t('outcome.recommendation')}</th>{groups.map((group) => <th key={group.id} scope="col" className="c"><GroupPlate group={group} /></th>)}<th scope="col" className="c">{t('outcome.borda')}</th><th scope="col" className="c">{t('bridge.head')}</th></tr></thead>
          <tbody><Rows vote={vote} result={result} groups={groups} /></tbody>
        </table>
      </div>
      <p className="sm mute">{t('bridge.how')}</p>
      <Shortlist vote={vote} groups={groups} />
      <Explained vote={vote} groups={groups} />
      <details className="ranking-more"><summary>{t('outcome.pairwise.show')}</summary><PairwiseTable caption={t('outcome.pairwise')} items={order} wins={(row, column) => result.pairwise[row]?.[column] ?? 0} /></details>
    </div>
  );
}
