import { useState } from 'react';
import { LANGS, type Formulation, type Lang, type PanelSlice, type ProposalView, type TranslationView } from '@tegerek/contracts/wire';
import { useI18n, useText } from '../../../i18n/provider.js';
import { WORDS } from '../../../i18n/words.js';
import { useDraft, useLiveSpace } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Tag } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Note } from '../../../ui/notes.js';
import { Segmented } from '../../../ui/radio-group.js';
import { ActNote, fieldRefusal } from '../../../ui/staff/act-note.js';
import { PersonName } from '../../../ui/staff/person.js';
import { countCharacters, TextArea, TextField } from '../../../ui/text-field.js';
import { EMPTY, FIELDS } from '../drafting/fields.js';
import { Hints } from '../drafting/hints.js';

export interface TranslateDialogProps {
  slice: PanelSlice;
  proposal: ProposalView;
  mayCheck: boolean;
  onClose: () => void;
}

/** The text in other languages, beside the authoritative one; each says of which revision it is and who compared it. */
export function TranslateDialog({ slice, proposal, mayCheck, onClose }: TranslateDialogProps) {
  const t = useText();
  const { locale } = useI18n();
  const others = LANGS.filter((lang) => lang !== proposal.language);
  const [language, setLanguage] = useState<Lang>(others.includes(locale) ? locale : others[0] ?? locale);
  const held = slice.translations[proposal.proposalId]?.[language];
  return (
    <Dialog isOpen wide title={t('draft.translate')} onClose={onClose}>
      <p className="soft">{t('draft.translate.effect', { language: WORDS[proposal.language].own })}</p>
      <Segmented label={t('draft.translate.language')} value={language} onChange={setLanguage} options={others.map((lang) => ({ value: lang, label: WORDS[lang].own, lang }))} />
      <TranslationForm key={language} proposal={proposal} language={language} held={held} mayCheck={mayCheck} />
    </Dialog>
  );
}

function TranslationForm({ proposal, language, held, mayCheck }: { proposal: ProposalView; language: Lang; held: TranslationView | undefined; mayCheck: boolean }) {
  const t = useText();
  const { store } = useLiveSpace();
  const act = useAct();
  const start = held?.fields ?? EMPTY;
  const draft = useDraft<Partial<Formulation>>(`${store.get().space}/${store.get().actor ?? ''}/translate/${proposal.proposalId}/${language}`, {});
  const fields: Formulation = { ...start, ...draft.value };
  const { proposalId, rev } = proposal;
  const isCurrent = held?.rev === rev;
  const isChanged = FIELDS.some(({ name }) => (fields[name] ?? '') !== (start[name] ?? ''));
  const isFit = fields.text.trim() !== '' && FIELDS.every(({ name, limit }) => countCharacters(fields[name] ?? '') <= limit);
  const save = async () => { if (await act.run('proposal.translate', { proposalId, language, rev, fields })) draft.clear(); };
  const shown = FIELDS.filter(({ name }) => name === 'text' || (proposal.fields[name] ?? '') !== '' || (fields[name] ?? '') !== '' || name === 'addresseeDative');
  return (
    <form className="stack-3" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <TranslationState held={held} isCurrent={isCurrent} />
      {shown.map(({ name, limit, rows }) => {
        const shared = { label: t(`draft.field.${name}`), compact: true, optional: name !== 'text', limit, lang: language, value: fields[name] ?? '', onChange: (value: string) => draft.set((now) => ({ ...now, [name]: value })), refusal: fieldRefusal(t, act.refusal, `fields.${name}`) };
        return (
          <div key={name} className="pair">
            <p className="theirs pre-line" lang={proposal.language}>{proposal.fields[name] ?? ''}</p>
            <div>{rows === 1 ? <TextField {...shared} /> : <TextArea {...shared} rows={rows} />}</div>
          </div>
        );
      })}
      <Hints fields={fields} language={language} />
      <div className="row wrap">
        <Button type="submit" kind="primary" busy={act.isBusy} disabled={!isFit || (isCurrent && !isChanged)}>{t('draft.translate.save')}</Button>
        {mayCheck && isCurrent && held.checkedBy === null && !isChanged ? <Button busy={act.isBusy} onClick={() => { void act.run('proposal.check-translation', { proposalId, language, rev }); }}>{t('draft.translate.check')}</Button> : null}
        {draft.isKept ? <Button kind="quiet" onClick={() => { act.clear(); draft.clear(); }}>{t('console.discard')}</Button> : null}
      </div>
      <ActNote act={act} fields={FIELDS.map(({ name }) => `fields.${name}`)} />
    </form>
  );
}

function TranslationState({ held, isCurrent }: { held: TranslationView | undefined; isCurrent: boolean }) {
  const t = useText();
  if (held === undefined) return <p className="mute">{t('draft.translate.none')}</p>;
  if (!isCurrent) return <Note>{t('draft.translate.outdated', { n: held.rev })}</Note>;
  return (
    <p className="row wrap sm">
      {held.checkedBy === null ? <Tag>{t('draft.read.draft')}</Tag> : <Tag tone="ok">{t('draft.read.checked')}</Tag>}
      <span>{t('draft.translate.made-by')} <PersonName seatId={held.bySeat} /></span>
      {held.checkedBy === null ? null : <span>{t('draft.translate.checked-by')} <PersonName seatId={held.checkedBy} /></span>}
    </p>
  );
}
