import { useState } from 'react';
import type { CoreSlice } from '@tegerek/contracts/wire';
import { useI18n, useText } from '../../../i18n/provider.js';
import { textOf } from '../../../i18n/text.js';
import { useDraft, useLiveSpace } from '../../../live/index.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Job } from '../../../ui/progress.js';
import { fetchPeoplePage } from '../../../ui/staff/people.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { TextArea } from '../../../ui/text-field.js';
import { namesOf, parseLines, type PastedLine } from './paste.js';
import type { Badge } from './sheet.js';
import { useAdding } from './use-adding.js';

/** Numbers follow the highest one in use. */
async function nextNumber(space: string): Promise<number> {
  const first = await fetchPeoplePage(space, '', 1);
  const last = first.total <= first.pageSize ? first : await fetchPeoplePage(space, '', Math.ceil(first.total / first.pageSize));
  return 1 + Math.max(0, ...last.people.map((person) => person.number));
}

function Faults({ lines }: { lines: readonly PastedLine[] }) {
  const t = useText();
  const faulty = lines.filter((line) => line.fault !== null);
  if (faulty.length === 0) return null;
  return (
    <div className="faults" role="status">
      <p><b>{t('desk.add.faulty', { n: faulty.length })}</b></p>
      <ul>{faulty.slice(0, 30).map(({ line, text, fault }) => <li key={line}><span className="mute">{t('desk.add.line', { n: line })}</span> <code>{text.slice(0, 80)}</code> <span className="fail">{t(`desk.fault.${fault ?? 'too-long'}`)}</span></li>)}</ul>
    </div>
  );
}

/** One or many people, a line each; good lines are added, faulty ones stay in the field. */
export function AddPeople({ core, onClose, onBorn }: { core: CoreSlice; onClose: () => void; onBorn: (badges: readonly Badge[]) => void }) {
  const t = useText();
  const { locale } = useI18n();
  const { store } = useLiveSpace();
  const draft = useDraft(`${core.dialogueId}/${store.get().actor ?? ''}/add-people`, '');
  const { act, progress, add } = useAdding(onBorn);
  const [failed, setFailed] = useState(false);
  const lines = parseLines(draft.value, namesOf(core.groups), core.setup?.languages[0] ?? locale);
  const good = lines.filter((line) => line.fault === null);
  const submit = async () => {
    setFailed(false);
    try {
      const first = await nextNumber(core.dialogueId);
      const done = await add(good.map(({ draft: person }, index) => ({ ...person, number: first + index, roles: person.groupId === null ? ['observer'] : [] })));
      const added = new Set(good.slice(0, done).map(({ line }) => line));
      const left = draft.value.split(/\r?\n/u).filter((_, index) => !added.has(index + 1)).join('\n').trim();
      draft.set(left);
      if (left === '') onClose();
    } catch {
      setFailed(true);
    }
  };
  const example = textOf(core.groups[0]?.title, locale).text;
  return (
    <Dialog isOpen wide onClose={onClose} title={t('desk.add')} actions={<><Button kind="primary" busy={progress !== null} disabled={good.length === 0} onClick={() => { void submit(); }}>{t('desk.add.confirm', { n: good.length })}</Button><Button onClick={onClose}>{t('ui.cancel')}</Button></>}>
      <p className="soft">{t('desk.add.how', { example })}</p>
      <TextArea label={t('desk.add.lines')} rows={8} className="lines" spellCheck={false} autoFocus value={draft.value} onChange={draft.set} hint={t('desk.add.hint')} refusal={failed ? t('staff.no-answer') : undefined} />
      <Faults lines={lines} />
      {progress === null ? null : <Job title={t('desk.add.making')} done={progress.done} total={progress.total} />}
      <ActNote act={act} />
    </Dialog>
  );
}
