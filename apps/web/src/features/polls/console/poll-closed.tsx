import { useEffect, useState } from 'react';
import type { PollView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { requestJson } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { EmptyState } from '../../../ui/notes.js';
import { RowLabel } from '../../../ui/poll/poll-bars.js';
import { rowsOf } from '../../../ui/poll/poll-rows.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { PersonName } from '../../../ui/staff/person.js';

const AGAIN_MS = 4_000;

/** Asks until there is an answer; null meanwhile. */
function useAsked<T>(path: string): T | null {
  const [found, setFound] = useState<T | null>(null);
  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => { requestJson<T>(path).then((answer) => { if (isCurrent) setFound(answer); }, () => { if (isCurrent) timer = setTimeout(ask, AGAIN_MS); }); };
    ask();
    return () => { isCurrent = false; clearTimeout(timer); };
  }, [path]);
  return found;
}

export interface OfPollProps { space: string; poll: PollView; onClose: () => void }

/** The texts of a cloud, before or after it is shown: each may be taken out and put back. No figures stand here. */
export function TextsDialog({ space, poll, onClose }: OfPollProps) {
  const t = useText();
  const act = useAct();
  const texts = useAsked<{ texts: { key: string; text: string }[] }>(`/api/dialogues/${space}/polls/${poll.pollId}/texts`)?.texts;
  const [filter, setFilter] = useState('');
  const shown = texts?.filter(({ text }) => text.toLowerCase().includes(filter.toLowerCase()));
  return (
    <Dialog isOpen wide onClose={onClose} title={t('pd.texts')} actions={<Button onClick={onClose}>{t('ui.close')}</Button>}>
      <p className="soft">{t('pd.texts.how')}</p>
      {texts === undefined ? <p className="mute" role="status">{t('ui.loading')}</p> : texts.length === 0 ? <EmptyState title={t('poll.cloud.none')} /> : null}
      {texts !== undefined && texts.length > 30 ? <label className="field"><span className="label">{t('pd.texts.find')}</span><input className="input" value={filter} onChange={(event) => setFilter(event.target.value)} /></label> : null}
      <ul className="items">
        {shown?.map(({ key, text }) => {
          const isHidden = poll.hiddenTexts.includes(key);
          return <li key={key} className="row"><span className={isHidden ? 'grow mute struck' : 'grow'}><bdi>{text}</bdi></span><Button mini aria-label={t(isHidden ? 'pd.texts.put-back' : 'pd.texts.hide-one', { text })} onClick={() => { void act.run('poll.hide-text', { pollId: poll.pollId, key, hidden: !isHidden }); }}>{t(isHidden ? 'pd.texts.back' : 'pd.texts.hide')}</Button></li>;
        })}
      </ul>
      <ActNote act={act} />
    </Dialog>
  );
}

function Choice({ poll, choice }: { poll: PollView; choice: unknown }) {
  const t = useText();
  if (poll.setup.body.kind === 'text') return <bdi>{String(choice)}</bdi>;
  const rows = rowsOf(t, poll.setup.body);
  const chosen = (Array.isArray(choice) ? choice : [choice]).flatMap((key) => rows.filter((row) => row.key === String(key)));
  return <>{chosen.map((row, i) => <span key={row.key} className="row-inline">{poll.setup.body.kind === 'ranking' ? `${i + 1}. ` : null}<RowLabel row={row} /></span>)}</>;
}

/** Who answered what, of a named poll whose result is on show. */
export function AnswersDialog({ space, poll, onClose }: OfPollProps) {
  const t = useText();
  const answers = useAsked<{ answers: { seatId: string; choice: unknown }[] }>(`/api/dialogues/${space}/polls/${poll.pollId}/answers`)?.answers;
  return (
    <Dialog isOpen wide onClose={onClose} title={t('pd.answers')} actions={<Button onClick={onClose}>{t('ui.close')}</Button>}>
      <p className="soft">{t('pd.answers.how')}</p>
      {answers === undefined ? <p className="mute" role="status">{t('ui.loading')}</p> : answers.length === 0 ? <EmptyState title={t('pd.answers.none')} /> : null}
      <ul className="items">{answers?.map(({ seatId, choice }) => <li key={seatId} className="row"><b className="grow"><PersonName seatId={seatId} /></b><span><Choice poll={poll} choice={choice} /></span></li>)}</ul>
    </Dialog>
  );
}
