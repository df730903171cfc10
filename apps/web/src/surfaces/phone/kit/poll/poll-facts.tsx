import type { PollView } from '@tegerek/contracts/wire';
import { useFormat, useText } from '../../../../i18n/index.js';
import { useCore, useCounter, useServerNow } from '../../../../live/index.js';
import { sumOf } from '../groups.js';

/** How many have answered, of those who are here; never what. */
export function PollCount({ poll }: { poll: PollView }) {
  const t = useText();
  const core = useCore();
  const counted = useCounter(poll.pollId)?.byGroup;
  const n = sumOf(poll.answeredByGroup ?? counted ?? {});
  return <>{t('poll.answered', { n, base: Math.max(n, sumOf(core?.presentByGroup ?? {})) })}.</>;
}

/** How long it stays open, where a clock closes it. */
export function PollTime({ poll }: { poll: PollView }) {
  return poll.state !== 'open' || poll.closesAt === null ? null : <Left closesAt={poll.closesAt} />;
}

function Left({ closesAt }: { closesAt: number }) {
  const t = useText();
  const { clock } = useFormat();
  const left = Math.max(0, closesAt - useServerNow());
  return <>{t('poll.left', { time: clock(Math.ceil(left / 1_000) * 1_000) })}.</>;
}
