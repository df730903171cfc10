import { useEffect, useState } from 'react';
import type { DialoguePhase, Text } from '@tegerek/contracts/wire';
import { MultilingualText } from '../../../i18n/rich.js';
import { useFormat, useText } from '../../../i18n/provider.js';
import { requestJson } from '../../../live/index.js';
import { Tag } from '../../../ui/badge.js';
import { EmptyState } from '../../../ui/notes.js';
import { useListFilter } from '../../../ui/table.js';

export interface ListedDialogue { id: string; slug: string; title: Text; date: string; phase: DialoguePhase; demo: boolean; rehearsal: boolean }

/** Dialogues in which this person holds a seat. */
export function DialogueList({ own }: { own: readonly string[] }) {
  const t = useText();
  const { date } = useFormat();
  const [list, setList] = useState<readonly ListedDialogue[] | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isCurrent = true;
    requestJson<ListedDialogue[]>('/api/dialogues').then((found) => { if (isCurrent) setList(found); }, () => { timer = setTimeout(() => setTurn((n) => n + 1), 4_000); });
    return () => { isCurrent = false; clearTimeout(timer); };
  }, [turn]);
  const mine = (list ?? []).filter((each) => own.includes(each.id));
  const { shown, filter } = useListFilter(mine, (each) => Object.values(each.title).join(' '));
  if (list === null) return <p className="mute" role="status">{t('ui.loading')}</p>;
  if (mine.length === 0) return <EmptyState title={t('desk.list.empty')}>{t('desk.list.empty-hint')}</EmptyState>;
  return (
    <>
      {filter}
      <ul className="items dialogue-list">
        {shown.map((each) => (
          <li key={each.id}>
            <a href={`/organizer/${each.slug}`}><b><MultilingualText value={each.title} /></b></a>
            <span className="soft">{each.date === '' ? '' : date(each.date, 'long')}</span>
            <span className="row"><Tag tone={each.phase === 'open' ? 'live' : 'plain'}>{t(`desk.phase.${each.phase}`)}</Tag>{each.demo ? <Tag>{t('desk.demo')}</Tag> : null}{each.rehearsal ? <Tag tone="warn">{t('ui.rehearsal')}</Tag> : null}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
