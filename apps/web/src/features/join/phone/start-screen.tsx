import { useEffect, useState } from 'react';
import { MultilingualText, useFormat, useText } from '../../../i18n/index.js';
import { requestJson } from '../../../live/index.js';
import { listDialogues, type ListedDialogue } from '../../../surfaces/phone/kit/door.js';
import { IconChevronRight } from '../../../ui/icons/index.js';
import { LanguageSwitch } from '../../../ui/language-switch.js';
import { PhoneFrame } from '../../../ui/layouts/phone-frame.js';
import { EmptyState } from '../../../ui/notes.js';

interface Found { dialogues: ListedDialogue[]; mine: ReadonlySet<string> }

function useDialogues(): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isCurrent = true;
    Promise.all([listDialogues(), requestJson<{ seats: { dialogueId: string }[] }>('/api/session')]).then(
      ([dialogues, session]) => { if (isCurrent) setFound({ dialogues, mine: new Set(session.seats.map((seat) => seat.dialogueId)) }); },
      () => { if (isCurrent) timer = setTimeout(() => setAttempt((n) => n + 1), 3_000); },
    );
    return () => { isCurrent = false; clearTimeout(timer); };
  }, [attempt]);
  return found;
}

/** `/`: the dialogues that can be entered; each leads to its door, where the code is typed. */
export default function StartScreen() {
  const t = useText();
  const { date } = useFormat();
  const found = useDialogues();
  return (
    <PhoneFrame title={t('ui.product')} aside={<span />}>
      <LanguageSwitch look="all" />
      <h1>{t('p.start.title')}</h1>
      {found === null ? <p className="mute" role="status">{t('ui.loading')}</p> : null}
      {found?.dialogues.length === 0 ? <EmptyState title={t('p.start.none')}>{t('p.start.none.do')}</EmptyState> : null}
      <ul className="items">
        {found?.dialogues.map((dialogue) => (
          <li key={dialogue.id}>
            <a className="door" href={found.mine.has(dialogue.id) ? `/d/${dialogue.slug}` : `/j/${dialogue.slug}`}>
              <span><span className="over">{date(dialogue.date, 'long')}</span><b><MultilingualText value={dialogue.title} /></b><span className="sm soft">{t(found.mine.has(dialogue.id) ? 'p.start.mine' : 'p.start.code')}</span></span>
              <IconChevronRight />
            </a>
          </li>
        ))}
      </ul>
    </PhoneFrame>
  );
}
