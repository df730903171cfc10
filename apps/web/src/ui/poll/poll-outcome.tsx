import type { ReactNode } from 'react';
import type { PollResult, PollSetup } from '@tegerek/contracts/wire';
import { useFormat, useText } from '../../i18n/provider.js';
import type { GroupView } from '../group.js';
import { GroupSign } from '../group-sign.js';
import { PollBars, PollTable } from './poll-bars.js';
import { meanOf } from './poll-rows.js';
import { WordCloud, type WordCloudProps } from './word-cloud.js';

export interface PollOutcomeProps {
  setup: PollSetup;
  result: PollResult;
  groups: readonly GroupView[];
  before?: PollResult | null | undefined;
  box: WordCloudProps['box'];
  /** The table by group: shown, folded away, or (default) for screen readers only. */
  table?: 'shown' | 'folded' | undefined;
}

/** Which groups stand in the bars, and which do not for being too small. */
export function PollLegend({ result, groups }: { result: PollResult; groups: readonly GroupView[] }) {
  const t = useText();
  if (result.total === null) return null;
  const shown = groups.filter(({ id }) => result.byGroup.some(({ groupId, answers }) => groupId === id && answers > 0));
  const hidden = groups.filter(({ id }) => result.suppressed.includes(id));
  return (
    <div className="poll-legend">
      {shown.map((group) => <GroupSign key={group.id} group={group} />)}
      {hidden.length === 0 ? null : <span className="rest-key">{t('poll.suppressed', { groups: hidden.map(({ name }) => name).join(', ') })}</span>}
    </div>
  );
}

function ByGroup({ look, children }: { look: PollOutcomeProps['table']; children: ReactNode }) {
  const t = useText();
  if (look === undefined) return <div className="sr-only">{children}</div>;
  return look === 'shown' ? <>{children}</> : <details><summary>{t('poll.by-group')}</summary>{children}</details>;
}

/** What was shown of a poll: bars with their parts by group, or the cloud. */
export function PollOutcome({ setup, result, groups, before, box, table }: PollOutcomeProps) {
  const t = useText();
  const { number } = useFormat();
  const { body } = setup;
  if (body.kind === 'text') return <WordCloud cloud={result.cloud} box={box} />;
  const mean = meanOf(body, result);
  const was = before ? meanOf(body, before) : null;
  return (
    <div className="poll-outcome">
      {mean === null || body.kind !== 'scale' ? null : <p className="poll-mean">{t('poll.mean', { value: number(mean, 1), steps: body.steps })}{was === null ? null : <small>{t('poll.was', { n: number(was, 1) })}</small>}</p>}
      <PollBars body={body} result={result} groups={groups} before={before} />
      <PollLegend result={result} groups={groups} />
      <ByGroup look={table}><PollTable body={body} result={result} groups={groups} /></ByGroup>
    </div>
  );
}
