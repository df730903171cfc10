import { useState } from 'react';
import { LIMITS, type Formulation, type PanelHead, type ProposalView } from '@tegerek/contracts/wire';
import { useI18n, useText } from '../../../i18n/index.js';
import { newId, useCommand, useDraft, usePanel, useSend } from '../../../live/index.js';
import { useMay } from '../../../surfaces/phone/kit/may.js';
import { useCurrentPanel } from '../../../surfaces/phone/kit/panel.js';
import { useRefusal } from '../../../i18n/refusal.js';
import { go } from '../../../surfaces/phone/kit/route.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { SentLine } from '../../../surfaces/phone/kit/sent.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { Button } from '../../../ui/button.js';
import { RefusalNote } from '../../../ui/field.js';
import { EmptyState, Note } from '../../../ui/notes.js';
import { SendState } from '../../../ui/send-state.js';
import { countCharacters, TextArea, TextField } from '../../../ui/text-field.js';

const EMPTY: Formulation = { title: '', text: '', addressee: '', responsible: '', deadline: '', indicator: '', region: '' };
const SHORT = [['addressee', LIMITS.addressee], ['responsible', LIMITS.responsible], ['deadline', LIMITS.name], ['indicator', LIMITS.indicator], ['region', LIMITS.name]] as const;
const ALL = [['title', LIMITS.title], ['text', LIMITS.proposalText], ...SHORT] as const;

/** A new proposal, or (with an id) one's own until it is taken up. */
export default function ProposeScreen({ id }: { id: string | null }) {
  const t = useText();
  const { panel } = useCurrentPanel();
  const slice = usePanel(panel?.id ?? null);
  const title = t(id === null ? 'p.propose.title' : 'p.propose.edit', { n: panel?.number ?? 0 });
  if (panel === null) return <Screen title={title} tab="proposals" back="proposals"><EmptyState title={t('p.noPanel')} /></Screen>;
  const proposal = slice?.proposals[id ?? ''];
  if (id !== null && proposal === undefined) return <Screen title={title} tab="proposals" back="proposals">{slice === undefined ? <p className="mute" role="status">{t('ui.loading')}</p> : <EmptyState title={t('p.gone')} />}</Screen>;
  return <Form key={`${panel.id}/${id ?? ''}`} title={title} panel={panel} proposal={proposal} />;
}

/** What the person saw when they began, so that only their own changes are sent and a later edit of others is noticed. */
interface Edit { fields: Formulation; base: Formulation; rev: number }

function Form({ title, panel, proposal }: { title: string; panel: PanelHead; proposal: ProposalView | undefined }) {
  const t = useText();
  const { locale } = useI18n();
  const send = useSend();
  const may = useMay();
  const words = useRefusal();
  const { path, draftKey } = useWho();
  const start = proposal?.fields ?? EMPTY;
  const draft = useDraft<Edit>(draftKey(`propose/${panel.id}/${proposal?.proposalId ?? 'new'}`), { fields: start, base: start, rev: proposal?.rev ?? 0 });
  const [sent, setSent] = useState<string | null>(null);
  const row = useCommand(sent);
  const { fields, base, rev } = draft.value;
  const isGoing = row !== undefined && (row.state === 'saved' || row.state === 'sending');
  const refused = proposal === undefined ? may('proposal.submit', { panel }) : may('proposal.edit', { panel, authorSeat: proposal.seatId });
  const isFit = fields.text.trim() !== '' && ALL.every(([name, limit]) => countCharacters(fields[name]) <= limit);
  const set = (name: keyof Formulation) => (value: string) => draft.set((now) => ({ ...now, fields: { ...now.fields, [name]: value } }));
  const submit = async () => {
    const result = proposal === undefined
      ? await send('proposal.submit', { proposalId: newId(), panelId: panel.id, language: locale, fields, fromQuestion: null })
      : await send('proposal.edit', { proposalId: proposal.proposalId, fields: changed(base, fields) }, { rev });
    setSent(result.id);
    if (proposal === undefined) { draft.clear(); go(path('proposals'), { replace: true }); return; }
    const settled = await result.settled;
    if (settled.state === 'recorded') { draft.clear(); go(path('proposal', proposal.proposalId), { replace: true }); }
  };
  const path0 = row?.refusal?.path?.split('.').at(-1);
  const refusalOf = (name: keyof Formulation) => (row?.refusal && path0 === name ? words(row.refusal) : undefined);
  return (
    <Screen
      title={title} tab="proposals" back={proposal === undefined ? 'proposals' : `proposal/${proposal.proposalId}`}
      action={<>{draft.isKept && row === undefined ? <SendState state="saved" words={t('p.draft.kept')} /> : null}<SentLine row={row} /><Button kind="primary" wide busy={isGoing} disabled={!isFit || refused !== null} onClick={() => { void submit(); }}>{t(proposal === undefined ? 'p.propose.send' : 'p.propose.save')}</Button></>}
    >
      {refused === null ? null : <RefusalNote>{words({ code: refused })}</RefusalNote>}
      {proposal !== undefined && proposal.rev > rev ? <Note>{t('p.propose.changedMeanwhile')}</Note> : null}
      <TextField label={t('p.field.title')} optional limit={LIMITS.title} value={fields.title} onChange={set('title')} refusal={refusalOf('title')} />
      <TextArea label={t('p.field.text')} rows={6} limit={LIMITS.proposalText} hint={t('p.field.text.hint')} value={fields.text} onChange={set('text')} refusal={refusalOf('text')} />
      {SHORT.map(([name, limit]) => <TextField key={name} label={t(`p.field.${name}`)} optional limit={limit} hint={t(`p.field.${name}.hint`)} value={fields[name]} onChange={set(name)} refusal={refusalOf(name)} />)}
    </Screen>
  );
}

/** Only what this person changed. */
function changed(base: Formulation, fields: Formulation): Partial<Formulation> {
  return Object.fromEntries(ALL.map(([name]) => name).filter((name) => fields[name] !== base[name]).map((name) => [name, fields[name]]));
}
