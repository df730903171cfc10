import type { ProposalView, Snapshot, SponsorView, TranslationView } from '@tegerek/contracts/wire';
import { moveEvidence } from './evidence.js';
import { withValue } from './own-records.js';
import { withPanel, type Reducers } from './reducer.js';

export const changeProposal = (snapshot: Snapshot, panelId: string, proposalId: string, change: (old: ProposalView) => Partial<ProposalView>): Snapshot =>
  withPanel(snapshot, panelId, ({ proposals }) => {
    const old = proposals[proposalId];
    return old ? { proposals: withValue(proposals, proposalId, { ...old, ...change(old) }) } : {};
  });

export const proposalReducers: Reducers<
  'proposal.submitted' | 'proposal.edited' | 'proposal.taken-up' | 'proposal.readied' | 'proposal.withdrawn' | 'proposal.sponsored' | 'proposal.unsponsored' | 'proposal.translated'
  | 'proposal.translation-checked' | 'proposal.merged' | 'proposal.split'
> = {
  'proposal.submitted': (snapshot, data, { at }) => withPanel(snapshot, data.panelId, ({ proposals }) => ({
    proposals: withValue<ProposalView>(proposals, data.proposalId, { ...NEW, ...data, status: 'submitted', submittedAt: at }),
  })),
  'proposal.edited': (snapshot, { panelId, proposalId, rev, fields, bySeat }) => changeProposal(snapshot, panelId, proposalId, (old) => ({ rev, editedBy: bySeat, fields: { ...old.fields, ...defined(fields) } })),
  'proposal.taken-up': (snapshot, { panelId, proposalId }) => changeProposal(snapshot, panelId, proposalId, () => ({ status: 'in-formulation' })),
  'proposal.readied': (snapshot, { panelId, proposalId, ready }) => changeProposal(snapshot, panelId, proposalId, () => ({ ready })),
  'proposal.withdrawn': (snapshot, { panelId, proposalId }) => changeProposal(snapshot, panelId, proposalId, () => ({ status: 'withdrawn', ready: false })),
  'proposal.sponsored': (snapshot, { panelId, proposalId, seatId, groupId, capacity }) => changeProposal(snapshot, panelId, proposalId, ({ sponsors }) => ({ sponsors: withSponsor(sponsors, { seatId, groupId, capacity, from: null }) })),
  'proposal.unsponsored': (snapshot, { panelId, proposalId, seatId }) => changeProposal(snapshot, panelId, proposalId, ({ sponsors }) => ({ sponsors: sponsors.filter((each) => each.seatId !== seatId) })),
  'proposal.translated': (snapshot, { panelId, proposalId, madeAt, ...translation }) => setTranslation(snapshot, panelId, proposalId, { ...translation, at: madeAt }),
  'proposal.translation-checked': (snapshot, { panelId, proposalId, language, rev, bySeat }) => {
    const held = snapshot.panels[panelId]?.translations[proposalId]?.[language];
    return held?.rev === rev ? setTranslation(snapshot, panelId, proposalId, { ...held, checkedBy: bySeat }) : snapshot;
  },
  'proposal.merged': (snapshot, { panelId, proposalId, from, sponsors }) => {
    const merged = from.reduce((folded, source) => changeProposal(folded, panelId, source, () => ({ status: 'merged', ready: false, mergedInto: proposalId })), snapshot);
    return changeProposal(moveEvidence(merged, panelId, from, proposalId), panelId, proposalId, () => ({ sponsors, ready: false }));
  },
  'proposal.split': (snapshot, { panelId, proposalId, parts }, { at }) => withPanel(snapshot, panelId, ({ proposals }) => {
    const source = proposals[proposalId];
    if (!source) return {};
    const { language, seatId, groupId, capacity, sponsors, fromQuestion } = source;
    const made = parts.map((part): ProposalView => ({ ...NEW, ...part, panelId, language, seatId, groupId, capacity, sponsors, fromQuestion, status: 'in-formulation', splitFrom: proposalId, submittedAt: at }));
    return { proposals: { ...proposals, ...Object.fromEntries(made.map((part) => [part.proposalId, part])) } };
  }),
};

/** What every proposal begins with. */
const NEW = { rev: 1, ready: false, sponsors: [], mergedInto: null, splitFrom: null, voteId: null, versions: 0, editedBy: null } satisfies Partial<ProposalView>;

/** In the order in which they joined; who joins again for somebody else keeps their place. */
const withSponsor = (sponsors: readonly SponsorView[], sponsor: SponsorView): SponsorView[] =>
  sponsors.some((each) => each.seatId === sponsor.seatId) ? sponsors.map((each) => (each.seatId === sponsor.seatId ? sponsor : each)) : [...sponsors, sponsor];

const setTranslation = (snapshot: Snapshot, panelId: string, proposalId: string, translation: TranslationView): Snapshot =>
  withPanel(snapshot, panelId, ({ translations }) => ({ translations: { ...translations, [proposalId]: { ...translations[proposalId], [translation.language]: translation } } }));

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const defined = <T extends object>(fields: T): Defined<T> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
