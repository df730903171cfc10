import { useState } from 'react';
import { LIMITS, type CoreSlice, type RehearsalRequest } from '@tegerek/contracts/wire';
import { refusalText } from '../../../i18n/refusal.js';
import { useText } from '../../../i18n/provider.js';
import { useDraft } from '../../../live/index.js';
import { Button } from '../../../ui/button.js';
import { RefusalNote } from '../../../ui/field.js';
import { IconPlayerPlay } from '../../../ui/icons/index.js';
import { SelectField } from '../../../ui/select-field.js';
import { TextField } from '../../../ui/text-field.js';
import { RunLine } from './run-line.js';
import { useRehearsals } from './use-rehearsals.js';

interface Typed { people: string; seed: string; pace: RehearsalRequest['pace'] }

const USUAL: Typed = { people: '30', seed: '1', pace: 'quick' };
const LEAST_PEOPLE = 3;
const PACES = ['life', 'quick', 'full'] as const;

/** A whole number between two bounds, or null. */
const whole = (text: string, least: number, most: number): number | null => (/^\d{1,10}$/u.test(text.trim()) && Number(text) >= least && Number(text) <= most ? Number(text) : null);

function StartForm({ dialogueId, isBusy, mayStart, onStart }: { dialogueId: string; isBusy: boolean; mayStart: boolean; onStart: (asked: RehearsalRequest) => Promise<boolean> }) {
  const t = useText();
  const { value, set } = useDraft<Typed>(`${dialogueId}/rehearsal`, USUAL);
  const [isTried, setTried] = useState(false);
  const people = whole(value.people, LEAST_PEOPLE, LIMITS.rehearsalPeople);
  const seed = whole(value.seed, 0, LIMITS.rehearsalSeed);
  const change = (part: Partial<Typed>) => set((now) => ({ ...now, ...part }));
  const start = () => {
    setTried(true);
    if (people !== null && seed !== null) void onStart({ people, seed, pace: value.pace });
  };
  return (
    <form className="stack-2" onSubmit={(event) => { event.preventDefault(); start(); }}>
      <div className="form-3">
        <TextField compact label={t('rehearsal.people')} inputMode="numeric" value={value.people} onChange={(text) => change({ people: text })} refusal={isTried && people === null ? t('rehearsal.people.wrong', { least: LEAST_PEOPLE, most: LIMITS.rehearsalPeople }) : undefined} />
        <SelectField compact label={t('rehearsal.pace')} placeholder={null} value={value.pace} onChange={(pace) => change({ pace: PACES.find((each) => each === pace) ?? USUAL.pace })} options={PACES.map((pace) => ({ value: pace, label: t(`rehearsal.pace.${pace}`) }))} />
        <TextField compact label={t('rehearsal.seed')} hint={t('rehearsal.seed.hint')} inputMode="numeric" value={value.seed} onChange={(text) => change({ seed: text })} refusal={isTried && seed === null ? t('rehearsal.seed.wrong', { most: LIMITS.rehearsalSeed }) : undefined} />
      </div>
      <div className="row"><Button type="submit" icon={<IconPlayerPlay />} busy={isBusy} disabled={!mayStart}>{t('rehearsal.start')}</Button>{mayStart ? null : <span className="sm soft">{t('refusal.rehearsal.running')}</span>}</div>
    </form>
  );
}

/** The desk's rehearsal: a marked copy of this dialogue, played by synthetic participants; started, followed, stopped and wiped here. */
export function Rehearsals({ core }: { core: CoreSlice }) {
  const t = useText();
  const { seen, request, start, stop, wipe } = useRehearsals(core.dialogueId);
  const runs = seen?.runs ?? [];
  return (
    <section className="stack-3" aria-labelledby="rehearsals">
      <h2 id="rehearsals">{t('rehearsal.title')}</h2>
      <p className="sm soft">{t('rehearsal.how')}</p>
      {seen === null ? <p className="mute" role="status">{t('ui.loading')}</p> : <StartForm dialogueId={core.dialogueId} isBusy={request.isBusy} mayStart={!seen.isBusy} onStart={start} />}
      {request.refusal === null ? null : <RefusalNote>{refusalText(t, request.refusal)}</RefusalNote>}
      {request.isUnanswered ? <RefusalNote>{t('staff.no-answer')}</RefusalNote> : null}
      {runs.length === 0 ? null : <ul className="items">{runs.map((run) => <RunLine key={`${run.startedAt}`} run={run} isBusy={request.isBusy} onStop={() => { void stop(run.slug); }} onWipe={() => wipe(run.slug)} />)}</ul>}
    </section>
  );
}
