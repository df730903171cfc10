import { useEffect, useState } from 'react';
import type { VoteHead } from '@tegerek/contracts/wire';
import type { RankingReport, ShortlistResult } from '@tegerek/tally';
import { useI18n, useText } from '../i18n/provider.js';
import type { GroupView } from './group.js';
import { Note } from './notes.js';

export const reportOf = (vote: VoteHead): RankingReport | null => (vote.purpose === 'ranking' && vote.result !== null ? vote.result as unknown as RankingReport : null);

/** The shortlist that stands: as the lot completed it, or as the close left it. */
export const shortlistOf = (vote: VoteHead): ShortlistResult | null => (vote.lot?.shortlist as ShortlistResult | undefined) ?? reportOf(vote)?.shortlist ?? null;

/** Bridge score of an option, 0 to 100. */
export const bridgeOf = (report: RankingReport, option: string): number => Math.round((report.bridge?.points[option] ?? 0) / 100);

const titleOf = (vote: VoteHead, id: string): string => { const option = vote.options.find((each) => each.id === id); return option === undefined ? '' : `${option.number} ${option.title === '' ? option.text : option.title}`; };

/** Who is on the shortlist, and what only a lot can still decide. */
export function Shortlist({ vote, groups }: { vote: VoteHead; groups: readonly GroupView[] }) {
  const t = useText();
  const list = shortlistOf(vote);
  if (list === null) return null;
  const numbers = Object.entries(vote.lot?.numbers ?? {}).map(([groupId, n]) => t('shortlist.number', { group: groups.find((group) => group.id === groupId)?.name ?? '', n: String(n) })).join(', ');
  return (
    <section className="stack-2">
      <h3>{t('shortlist.title', { n: list.seats })}</h3>
      {list.selected.length === 0 ? <p className="soft">{t('shortlist.none')}</p> : <ol className="numbered">{list.selected.map((id) => <li key={id} lang={vote.options.find((each) => each.id === id)?.language}><bdi>{titleOf(vote, id)}</bdi></li>)}</ol>}
      {list.needsLot === null ? null : <Note kind="info">{t('shortlist.wait', { options: list.needsLot.map((id) => vote.options.find((each) => each.id === id)?.number ?? '').join(', ') })}</Note>}
      {numbers === '' ? null : <p className="sm soft">{t('shortlist.drawn', { numbers })}</p>}
      <p className="sm mute">{t('shortlist.how')}</p>
    </section>
  );
}

interface Words { ranking: string[]; shortlist: string[] }

/** The result told by the tally that counted it; its texts come when they are asked for. */
function useWords(vote: VoteHead, groups: readonly GroupView[], isAsked: boolean): Words | null {
  const { locale } = useI18n();
  const [words, setWords] = useState<Words | null>(null);
  // groups are made anew by every render of whoever shows them: only their words matter here
  const named = JSON.stringify(Object.fromEntries(groups.map(({ id, name }) => [id, name])));
  useEffect(() => {
    const report = reportOf(vote);
    if (!isAsked || report === null) return undefined;
    let isCurrent = true;
    void import('@tegerek/tally').then(({ explainReport }) => {
      const names = Object.fromEntries(vote.options.map(({ id }) => [id, titleOf(vote, id)]));
      if (isCurrent) setWords(explainReport(report, (vote.lot?.shortlist as ShortlistResult | undefined) ?? null, locale, names, JSON.parse(named) as Record<string, string>));
    });
    return () => { isCurrent = false; };
  }, [isAsked, vote, named, locale]);
  return words;
}

/** Why the result is so, folded until somebody asks. */
export function Explained({ vote, groups }: { vote: VoteHead; groups: readonly GroupView[] }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const words = useWords(vote, groups, isOpen);
  return (
    <details className="ranking-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('explained.title')}</summary>
      {words === null ? <p className="mute">{t('explained.wait')}</p> : <div className="stack-2"><p>{words.ranking.join(' ')}</p>{words.shortlist.length === 0 ? null : <p>{words.shortlist.join(' ')}</p>}</div>}
    </details>
  );
}

/** The first sentence of the same, for a screen in the hall. */
export function InShort({ vote, groups }: { vote: VoteHead; groups: readonly GroupView[] }) {
  const words = useWords(vote, groups, true);
  return words === null ? null : <p className="under clamp-2">{words.ranking[0]}</p>;
}
