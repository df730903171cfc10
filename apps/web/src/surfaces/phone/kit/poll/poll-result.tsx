import type { PanelSlice, PollView } from '@tegerek/contracts/wire';
import { MultilingualText, useText } from '../../../../i18n/index.js';
import { PollOutcome } from '../../../../ui/poll/poll-outcome.js';
import { useGroups } from '../groups.js';

/** In em, as wide as a phone's column. */
const CLOUD = { width: 20, height: 18, least: 0.9, most: 2.2 };

/** The round before, whose result is on show too. */
export const earlierRound = (slice: PanelSlice | undefined, poll: PollView): PollView | undefined =>
  Object.values(slice?.polls ?? {}).filter((each) => each.series === poll.series && each.round < poll.round && each.result !== null).sort((a, b) => b.round - a.round)[0];

/** A poll whose result is on show, or which waits for it. */
export function PollResult({ poll, slice }: { poll: PollView; slice: PanelSlice | undefined }) {
  const t = useText();
  const groups = useGroups();
  return (
    <section className="rule stack-3" aria-label={t('p.poll')}>
      <p className="over">{poll.round > 1 ? `${t('p.poll')}. ${t('poll.round', { n: poll.round })}` : t('p.poll')}</p>
      <h2 className="lead"><MultilingualText value={poll.setup.question} /></h2>
      {poll.result === null ? <p className="soft">{t('p.poll.waits')}</p> : <><PollOutcome table="folded" setup={poll.setup} result={poll.result} groups={groups} before={earlierRound(slice, poll)?.result} box={CLOUD} /><p className="sm soft">{t('p.poll.people', { n: poll.result.answers })}</p></>}
    </section>
  );
}
