import type { CoreSlice, VoteHead } from '@tegerek/contracts/wire';
import { MultilingualText, useText } from '../../../i18n/index.js';
import { useCore } from '../../../live/index.js';
import { byNumber } from '../../../surfaces/phone/kit/panel.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { useVoteTitles } from '../../../ui/staff/version-text.js';
import { GradeMark, Tag, type Grade } from '../../../ui/badge.js';
import { IconChevronRight } from '../../../ui/icons/index.js';
import { EmptyState } from '../../../ui/notes.js';

/** What was decided and ranked so far, by panel. */
export default function ResultsScreen() {
  const t = useText();
  const core = useCore();
  if (core === null) return null;
  const done = Object.values(core.votes).filter((vote) => vote.state === 'closed' || (vote.state === 'void' && !vote.pulledOut)).sort((a, b) => a.openedSeq - b.openedSeq);
  const overall = done.filter((vote) => vote.panelId === null);
  return (
    <Screen title={t('p.results')} tab="more" back="more">
      {done.length === 0 ? <EmptyState title={t('p.results.none')}>{t('p.results.none.do')}</EmptyState> : null}
      {overall.length === 0 ? null : <section><h2 className="label">{t('p.results.dialogue')}</h2><Rows votes={overall} /></section>}
      {byNumber(Object.values(core.panels)).map((panel) => <PanelResults key={panel.id} core={core} panelId={panel.id} votes={done.filter((vote) => vote.panelId === panel.id)} />)}
    </Screen>
  );
}

function PanelResults({ core, panelId, votes }: { core: CoreSlice; panelId: string; votes: readonly VoteHead[] }) {
  const t = useText();
  const panel = core.panels[panelId];
  if (panel === undefined || votes.length === 0) return null;
  return <section><p className="over">{t('p.panel', { n: panel.number })}</p><h2 className="h3"><MultilingualText value={panel.title} /></h2><Rows votes={votes} /></section>;
}

/** UTF-16 units of a text that stands for a missing title. */
const LONGEST_TITLE = 200;

function Rows({ votes }: { votes: readonly VoteHead[] }) {
  const t = useText();
  const titleOf = useVoteTitles();
  const { path } = useWho();
  return (
    <ul className="items">
      {votes.map((vote) => (
        <li key={vote.voteId}>
          <a className="door" href={path('result', vote.voteId)}>
            <span>
              <span className="block"><b>{vote.number}</b> {vote.purpose === 'ranking' ? t('p.rank.title') : <bdi lang={titleOf(vote).lang}>{titleOf(vote).title.slice(0, LONGEST_TITLE)}</bdi>}</span>
              {vote.state === 'void' ? <Tag tone="warn">{t('p.vote.void')}</Tag> : vote.purpose !== 'ranking' ? <GradeMark grade={vote.result?.['grade'] as Grade} /> : null}
              {vote.supersededBy === null ? null : <> <Tag tone="warn">{t('p.result.superseded')}</Tag></>}
            </span>
            <IconChevronRight />
          </a>
        </li>
      ))}
    </ul>
  );
}
