import { useState } from 'react';
import type { Formulation, ProposalView } from '@tegerek/contracts/wire';
import { useFormat, useText } from '../../../i18n/provider.js';
import { useDirectory, useLiveSpace } from '../../../live/index.js';
import { Button } from '../../../ui/button.js';
import { Note } from '../../../ui/notes.js';
import { SelectField } from '../../../ui/select-field.js';
import { changedFields, FieldDiffs } from './field-diffs.js';
import type { FieldName } from './fields.js';
import { useFetched } from './use-fetched.js';

interface RevisionHead { rev: number; at: number; bySeat: string; changed: FieldName[]; version: number | null }
interface Revision { rev: number; fields: Formulation }

export interface HistoryProps {
  proposal: ProposalView;
  /** Saves an older text as a new revision; absent: may not. */
  onRestore: ((fields: Partial<Formulation>, rev: number) => void) | undefined;
  isBusy: boolean;
}

/** Every saved edit of a proposal: any two compared word by word, and an older text brought back. */
export function History({ proposal, onRestore, isBusy }: HistoryProps) {
  const t = useText();
  const { store } = useLiveSpace();
  const base = `/api/dialogues/${store.get().space}/proposals/${proposal.proposalId}/revisions`;
  const list = useFetched<{ revisions: RevisionHead[] }>(base, proposal.rev);
  const [chosen, setChosen] = useState<{ from: number; to: number } | null>(null);
  const revisions = list.value?.revisions ?? [];
  const last = revisions.at(-1)?.rev ?? proposal.rev;
  const { from, to } = chosen ?? { from: Math.max(1, last - 1), to: last };
  if (list.isLost && list.value === undefined) return <p className="mute" role="status">{t('draft.lost')}</p>;
  if (list.value === undefined) return <p className="mute" role="status">{t('ui.loading')}</p>;
  return (
    <div className="stack-4">
      {revisions.length < 2 ? <p className="soft">{t('draft.history.first')}</p> : (
        <div className="pair">
          <Pick label={t('draft.history.from')} revisions={revisions} value={from} onChange={(rev) => setChosen({ from: rev, to })} />
          <Pick label={t('draft.history.to')} revisions={revisions} value={to} onChange={(rev) => setChosen({ from, to: rev })} />
        </div>
      )}
      {revisions.length < 2 ? null : <Compare key={`${from}/${to}`} proposal={proposal} base={base} from={from} to={to} />}
      {onRestore === undefined || from === last || revisions.length < 2 ? null : <Restore base={base} from={from} proposal={proposal} onRestore={onRestore} isBusy={isBusy} />}
    </div>
  );
}

function Pick({ label, revisions, value, onChange }: { label: string; revisions: readonly RevisionHead[]; value: number; onChange: (rev: number) => void }) {
  const t = useText();
  const { time } = useFormat();
  const people = useDirectory(revisions.map((revision) => revision.bySeat));
  const words = (revision: RevisionHead) => [
    t('draft.history.rev', { n: revision.rev, time: time(revision.at) }), ...(revision.version === null ? [] : [t('draft.history.version', { n: revision.version })]), people[revision.bySeat]?.name ?? '',
  ].filter((part) => part !== '').join(' · ');
  const options = revisions.toReversed().map((revision) => ({ value: String(revision.rev), label: words(revision) }));
  return <SelectField compact label={label} placeholder={null} value={String(value)} onChange={(rev) => onChange(Number(rev))} options={options} />;
}

function Compare({ proposal, base, from, to }: { proposal: ProposalView; base: string; from: number; to: number }) {
  const t = useText();
  const [before, after] = [useFetched<Revision>(`${base}/${from}`), useFetched<Revision>(`${base}/${to}`)];
  if (before.isLost || after.isLost) return <p className="mute" role="status">{t('draft.lost')}</p>;
  if (before.value === undefined || after.value === undefined) return <p className="mute" role="status">{t('ui.loading')}</p>;
  return <div className="stack-3"><FieldDiffs before={before.value.fields} after={after.value.fields} lang={proposal.language} /></div>;
}

function Restore({ base, from, proposal, onRestore, isBusy }: { base: string; from: number; proposal: ProposalView; onRestore: NonNullable<HistoryProps['onRestore']>; isBusy: boolean }) {
  const t = useText();
  const { value } = useFetched<Revision>(`${base}/${from}`);
  const names = value === undefined ? [] : changedFields(value.fields, proposal.fields);
  const restore = () => {
    if (value !== undefined) onRestore(Object.fromEntries(names.map((name) => [name, value.fields[name] ?? ''])), proposal.rev);
  };
  return (
    <section className="stack-2 rule">
      <Note kind="info">{t('draft.history.restore-effect', { n: from })}</Note>
      <Button busy={isBusy} disabled={names.length === 0} onClick={restore}>{t('draft.history.restore', { n: from })}</Button>
    </section>
  );
}
