import type { PollView as Poll } from '@tegerek/contracts/wire';
import { MultilingualText } from '../../../i18n/rich.js';
import { useFormat, useI18n, useText } from '../../../i18n/provider.js';
import { textOf } from '../../../i18n/text.js';
import { useAddress, useCounter, usePanel, useServerNow, withoutScheme } from '../../../live/index.js';
import { ProjectorFrame } from '../../../ui/layouts/projector-frame.js';
import { RowLabel } from '../../../ui/poll/poll-bars.js';
import { PollOutcome } from '../../../ui/poll/poll-outcome.js';
import { rowsOf } from '../../../ui/poll/poll-rows.js';
import { QrCode } from '../../../ui/qr-code.js';
import { sumOf } from '../../../ui/staff/outcome-words.js';
import { fitted, sayClass } from './fit.js';
import { ProgrammeView, TopLine, type Shown } from './views.js';

/** In em of the hall's text: what the frame leaves between its lines. */
const CLOUD = { width: 44, height: 15.5, least: 1, most: 3.4 };

/** A poll by its state: the question with the way in and the turnout while it is open, then its result once it is shown. */
export function PollView({ pollId, panelId, slug, ...props }: Shown & { pollId: string; panelId: string; slug: string }) {
  const poll = usePanel(panelId)?.polls[pollId];
  if (poll === undefined) return <ProgrammeView {...props} />;
  return poll.result === null ? <OpenPoll {...props} poll={poll} slug={slug} /> : <PollResultView {...props} poll={poll} result={poll.result} />;
}

/** How many have answered, of those who are here; somebody who answered is here. */
export function useAnswered(core: Shown['core'], poll: Poll): { n: number; base: number } {
  const counted = useCounter(poll.pollId)?.byGroup;
  const n = sumOf(poll.answeredByGroup ?? counted ?? {});
  return { n, base: Math.max(n, sumOf(core.presentByGroup)) };
}

function Left({ closesAt }: { closesAt: number }) {
  const t = useText();
  const { clock } = useFormat();
  return <>{t('poll.left', { time: clock(Math.max(0, Math.ceil((closesAt - useServerNow(250)) / 1_000) * 1_000)) })}</>;
}

const MOST_OPTIONS = 6;

function OpenPoll({ core, panel, poll, slug }: Shown & { poll: Poll; slug: string }) {
  const t = useText();
  const { locale } = useI18n();
  const { n, base } = useAnswered(core, poll);
  const text = fitted(textOf(poll.setup.question, locale).text);
  const rows = poll.setup.body.kind === 'scale' ? [] : rowsOf(t, poll.setup.body);
  const address = `${useAddress()}/j/${slug}`;
  const isOpen = poll.state === 'open';
  return (
    <ProjectorFrame
      columns={isOpen ? 'right' : 'one'} top={<TopLine core={core} panel={panel} end={poll.round > 1 ? `${t('hall.poll')}. ${t('poll.round', { n: poll.round })}` : t('hall.poll')} />}
      bottom={isOpen ? <span>{t('hall.poll-how', { address: withoutScheme(address) })}</span> : null}
    >
      <div>
        <p className={rows.length > 0 ? 'say long' : sayClass(text)}><MultilingualText value={poll.setup.question} /></p>
        {rows.length === 0 || rows.length > MOST_OPTIONS ? null : <ul className={rows.length > 4 ? 'poll-options many' : 'poll-options'}>{rows.map((row) => <li key={row.key}><RowLabel row={row} /></li>)}</ul>}
        <p className="under poll-count"><b className="accent">{t('poll.answered', { n, base })}</b>{isOpen && poll.closesAt !== null ? <span><Left closesAt={poll.closesAt} /></span> : null}{isOpen ? null : <span>{t('hall.poll-closed')}</span>}</p>
      </div>
      {isOpen ? <QrCode value={address} level="Q" /> : null}
    </ProjectorFrame>
  );
}

function PollResultView({ core, panel, groups, poll, result }: Shown & { poll: Poll; result: NonNullable<Poll['result']> }) {
  const t = useText();
  const { locale } = useI18n();
  const text = textOf(poll.setup.question, locale).text;
  const before = usePanel(poll.panelId)?.polls;
  const earlier = Object.values(before ?? {}).filter((each) => each.series === poll.series && each.round < poll.round && each.result !== null).sort((a, b) => b.round - a.round)[0];
  return (
    <ProjectorFrame top={<TopLine core={core} panel={panel} end={poll.round > 1 ? `${t('hall.poll')}. ${t('poll.round', { n: poll.round })}` : t('hall.poll')} />} bottom={<span>{t('hall.poll-answers', { n: result.answers })}</span>}>
      <div className={text.length > 90 ? 'poll-shown long' : 'poll-shown'}>
        <p className="poll-question clamp-2"><MultilingualText value={poll.setup.question} /></p>
        <PollOutcome setup={poll.setup} result={result} groups={groups} before={earlier?.result} box={CLOUD} />
      </div>
    </ProjectorFrame>
  );
}
