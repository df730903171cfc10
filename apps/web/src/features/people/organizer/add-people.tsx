import { useState } from 'react';
import { LIMITS, type CoreSlice, type SeatSetup } from '@tegerek/contracts/wire';
import { useI18n, useText } from '../../../i18n/provider.js';
import { textOf } from '../../../i18n/text.js';
import { newId, useDraft, useLiveSpace, useMe } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Job } from '../../../ui/progress.js';
import { fetchPeoplePage } from '../../../ui/staff/people.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { TextArea } from '../../../ui/text-field.js';
import { bearCode } from './codes.js';
import { namesOf, parseLines, type PastedLine } from './paste.js';
import type { Badge } from './sheet.js';

/** Numbers follow the highest one in use. */
async function nextNumber(space: string): Promise<number> {
  const first = await fetchPeoplePage(space, '', 1);
  const last = first.total <= first.pageSize ? first : await fetchPeoplePage(space, '', Math.ceil(first.total / first.pageSize));
  return 1 + Math.max(0, ...last.people.map((person) => person.number));
}

interface Progress { done: number; total: number }

/** Makes codes one after another (they take their time) and adds seats by the hundred. */
function useAdding(onBorn: (badges: readonly Badge[]) => void) {
  const { space } = useLiveSpace().store.get();
  const act = useAct();
  const [progress, setProgress] = useState<Progress | null>(null);
  const add = async (lines: readonly PastedLine[]): Promise<readonly number[]> => {
    const added: number[] = [];
    setProgress({ done: 0, total: lines.length });
    try {
      let number = await nextNumber(space);
      for (let from = 0; from < lines.length; from += LIMITS.seatsPerCommand) {
        const part = lines.slice(from, from + LIMITS.seatsPerCommand);
        const made: { seat: SeatSetup; code: string }[] = [];
        for (const { draft } of part) {
          const { code, authKeyHash } = await bearCode(space);
          made.push({ code, seat: { seatId: newId(), number, roles: draft.groupId === null ? ['observer'] : [], ...draft, authKeyHash } });
          number += 1;
          setProgress((now) => (now === null ? null : { ...now, done: now.done + 1 }));
        }
        if (!(await act.run('seat.add', { seats: made.map(({ seat }) => seat) }))) break;
        onBorn(made.map(({ seat, code }) => ({ seatId: seat.seatId, number: seat.number, name: seat.name, organisation: seat.organisation, groupId: seat.groupId, code })));
        added.push(...part.map(({ line }) => line));
      }
    } finally {
      setProgress(null);
    }
    return added;
  };
  return { act, progress, add };
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
  const me = useMe();
  const draft = useDraft(`${core.dialogueId}/${me?.seatId ?? ''}/add-people`, '');
  const { act, progress, add } = useAdding(onBorn);
  const [failed, setFailed] = useState(false);
  const lines = parseLines(draft.value, namesOf(core.groups), core.setup?.languages[0] ?? locale);
  const good = lines.filter((line) => line.fault === null);
  const submit = async () => {
    setFailed(false);
    try {
      const added = new Set(await add(good));
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
