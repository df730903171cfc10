import { useState } from 'react';
import { LIMITS, type Formulation, type PanelHead, type PanelSlice, type ProposalView, type SponsorCapacity } from '@tegerek/contracts/wire';
import { useI18n, useText } from '../../../i18n/index.js';
import { newId, useCommand, useDraft, useEditingMark, usePanel, useSend, type Draft } from '../../../live/index.js';
import { useMay } from '../../../surfaces/phone/kit/may.js';
import { useCurrentPanel } from '../../../surfaces/phone/kit/panel.js';
import { useRefusal } from '../../../i18n/refusal.js';
import { go } from '../../../surfaces/phone/kit/route.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { SentLine } from '../../../surfaces/phone/kit/sent.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { Button } from '../../../ui/button.js';
import { RefusalNote } from '../../../ui/field.js';
import { EmptyState } from '../../../ui/notes.js';
import { SendState } from '../../../ui/send-state.js';
import { countCharacters, TextArea, TextField } from '../../../ui/text-field.js';
import { CapacityField } from '../drafting/capacity.js';
import { Conflict } from '../drafting/conflict.js';
import { conflicts, EMPTY, FIELDS, NO_EDITS, settled, typed, type Edits, type FieldName } from '../drafting/fields.js';
import { Hints } from '../drafting/hints.js';
import { SimilarNote, useSimilar } from '../drafting/similar-note.js';
import { FromQuestion } from './from-question.js';

/** In the address: a new proposal from this question. */
const FROM = 'q-';

/** A new proposal, perhaps from a question, or (with an id) one's own until it is taken up. */
export default function ProposeScreen({ id: asked }: { id: string | null }) {
  const fromQuestion = asked?.startsWith(FROM) === true ? asked.slice(FROM.length) : null;
  const id = fromQuestion === null ? asked : null;
  const t = useText();
  const { panel } = useCurrentPanel();
  const slice = usePanel(panel?.id ?? null);
  const title = t(id === null ? 'p.propose.title' : 'p.propose.edit', { n: panel?.number ?? 0 });
  if (panel === null) return <Screen title={title} tab="proposals" back="proposals"><EmptyState title={t('p.noPanel')} /></Screen>;
  const proposal = slice?.proposals[id ?? ''];
  if (id !== null && proposal === undefined) return <Screen title={title} tab="proposals" back="proposals">{slice === undefined ? <p className="mute" role="status">{t('ui.loading')}</p> : <EmptyState title={t('p.gone')} />}</Screen>;
  return <Form key={`${panel.id}/${asked ?? ''}`} fromQuestion={fromQuestion} isAnonymous={slice?.questions[fromQuestion ?? '']?.anonymous === true} title={title} panel={panel} proposals={slice?.proposals ?? NONE} proposal={proposal} />;
}

const NONE: PanelSlice['proposals'] = {};

interface FormProps { fromQuestion: string | null; isAnonymous: boolean; title: string; panel: PanelHead; proposals: PanelSlice['proposals']; proposal: ProposalView | undefined }

function Form({ fromQuestion, isAnonymous, title, panel, proposals, proposal }: FormProps) {
  const t = useText();
  const { locale } = useI18n();
  const send = useSend();
  const may = useMay();
  const words = useRefusal();
  const { path, draftKey } = useWho();
  const draft = useDraft<Edits>(draftKey(`propose/${panel.id}/${proposal?.proposalId ?? (fromQuestion === null ? 'new' : `${FROM}${fromQuestion}`)}`), NO_EDITS);
  const capacity = useDraft<SponsorCapacity>(draftKey(`propose-as/${panel.id}`), 'self');
  const [sent, setSent] = useState<string | null>(null);
  const row = useCommand(sent);
  const mark = useEditingMark(proposal?.proposalId ?? null);
  const saved = proposal?.fields ?? EMPTY;
  const fields: Formulation = { ...saved, ...draft.value.fields };
  const similar = useSimilar(proposals, fields, proposal?.proposalId ?? null);
  const clashing = proposal === undefined ? [] : conflicts(draft.value, saved);
  const isGoing = row !== undefined && (row.state === 'saved' || row.state === 'sending');
  const refused = proposal === undefined ? may('proposal.submit', { panel }) : may('proposal.edit', { panel, authorSeat: proposal.seatId });
  const isFit = fields.text.trim() !== '' && clashing.length === 0 && FIELDS.every(({ name, limit }) => countCharacters(fields[name] ?? '') <= limit) && (proposal === undefined || Object.keys(draft.value.fields).length > 0);
  const submit = async () => {
    const result = proposal === undefined
      ? await send('proposal.submit', { proposalId: newId(), panelId: panel.id, language: locale, fields, fromQuestion, capacity: capacity.value })
      : await send('proposal.edit', { proposalId: proposal.proposalId, fields: draft.value.fields }, { rev: proposal.rev });
    setSent(result.id);
    if (proposal === undefined) { draft.clear(); capacity.clear(); go(path('proposals'), { replace: true }); return; }
    const row = await result.settled;
    if (row.state === 'recorded') { draft.clear(); go(path('proposal', proposal.proposalId), { replace: true }); }
  };
  const path0 = row?.refusal?.code === 'proposal.stale' ? undefined : row?.refusal?.path?.split('.').at(-1);
  const own = { saved, draft, mark, clashing, lang: proposal?.language ?? locale, refusalOf: (name: FieldName) => (row?.refusal && path0 === name ? words(row.refusal) : undefined) };
  return (
    <Screen
      title={title} tab="proposals" back={proposal === undefined ? 'proposals' : `proposal/${proposal.proposalId}`}
      action={<>{draft.isKept && row === undefined ? <SendState state="saved" words={t('p.draft.kept')} /> : null}<SentLine row={row} /><Button kind="primary" wide busy={isGoing} disabled={!isFit || refused !== null} onClick={() => { void submit(); }}>{t(proposal === undefined ? 'p.propose.send' : 'p.propose.save')}</Button></>}
    >
      {refused === null ? null : <RefusalNote>{words({ code: refused })}</RefusalNote>}
      <FromQuestion panelId={panel.id} questionId={fromQuestion} />
      {isAnonymous ? <p className="sm"><b>{t('p.propose.named')}</b></p> : null}
      <WrittenField name="title" limit={LIMITS.title} {...own} />
      <WrittenField name="text" limit={LIMITS.proposalText} rows={6} {...own} />
      <Hints fields={fields} language={own.lang} about="text" />
      <SimilarNote found={similar} doorTo={(other) => <a href={path('proposal', other.proposalId)} lang={other.language}>{t('p.proposal.number', { panel: panel.number, n: other.number })} <bdi>{other.fields.title === '' ? other.fields.text.slice(0, 120) : other.fields.title}</bdi></a>} />
      {ASKED.map(({ name, limit }) => <WrittenField key={name} name={name} limit={limit} {...own} />)}
      {proposal === undefined ? <CapacityField value={capacity.value} onChange={capacity.set} /> : null}
      <Hints fields={fields} language={own.lang} about="rest" />
    </Screen>
  );
}

/** The dative is the rapporteur's work. */
type Asked = Exclude<FieldName, 'addresseeDative'>;
const ASKED = FIELDS.flatMap(({ name, limit }) => (name === 'title' || name === 'text' || name === 'addresseeDative' ? [] : [{ name, limit }]));

interface WrittenProps { name: Asked; limit: number; rows?: number; saved: Formulation; draft: Draft<Edits>; mark: ReturnType<typeof useEditingMark>; clashing: readonly FieldName[]; lang: ProposalView['language']; refusalOf: (name: FieldName) => string | undefined }

/** One field of the form; where somebody else wrote meanwhile, both texts. */
function WrittenField({ name, limit, rows = 1, saved, draft, mark, clashing, lang, refusalOf }: WrittenProps) {
  const t = useText();
  const mine = draft.value.fields[name] ?? saved[name] ?? '';
  const set = (value: string) => draft.set((edits) => typed(edits, name, value, saved));
  const shared = {
    label: t(`p.field.${name}`), optional: name !== 'text', limit, lang, value: mine, onChange: set, onFocus: () => mark.enter(name), onBlur: mark.leave, refusal: refusalOf(name), hint: name === 'title' ? undefined : t(`p.field.${name}.hint`),
  };
  return (
    <>
      {rows === 1 ? <TextField {...shared} /> : <TextArea {...shared} rows={rows} />}
      {clashing.includes(name) ? <Conflict lang={lang} seen={draft.value.seen[name] ?? ''} mine={mine} theirs={saved[name] ?? ''} onSettle={(text) => draft.set((edits) => settled(edits, name, text, saved))} /> : null}
    </>
  );
}
