import { useCore, usePanel } from '../../../live/index.js';
import { MultilingualText, useText } from '../../../i18n/index.js';
import { useCurrentPanel } from '../../../surfaces/phone/kit/panel.js';
import { PanelPicker } from '../../../surfaces/phone/kit/panel-head.js';
import { PollCard } from '../../../surfaces/phone/kit/poll/poll-card.js';
import { PollResult } from '../../../surfaces/phone/kit/poll/poll-result.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { EmptyState } from '../../../ui/notes.js';

/** Polls of a panel, the latest first. */
export default function PollsScreen() {
  const t = useText();
  const core = useCore();
  const { panel } = useCurrentPanel();
  const slice = usePanel(panel?.id ?? null);
  if (core === null || panel === null) return null;
  const polls = Object.values(slice?.polls ?? {}).filter((poll) => poll.state !== 'draft').sort((a, b) => (b.openedAt ?? 0) - (a.openedAt ?? 0));
  return (
    <Screen title={t('p.polls')} tab="more" back="more">
      <PanelPicker />
      <h2 className="h3"><MultilingualText value={panel.title} /></h2>
      {slice === undefined ? <p className="mute" role="status">{t('ui.loading')}</p> : polls.length === 0 ? <EmptyState title={t('p.polls.none')}>{t('p.polls.none.do')}</EmptyState> : null}
      {polls.map((poll) => (poll.state === 'open' ? <PollCard key={poll.pollId} poll={poll} /> : <PollResult key={poll.pollId} poll={poll} slice={slice} />))}
    </Screen>
  );
}
