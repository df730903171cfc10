import type { CoreSlice, DialoguePhase } from '@tegerek/contracts';
import type { ResolutionDocument } from '@tegerek/replica';

/** All that the public page and its data are made of. */
export interface PublicView {
  slug: string;
  core: CoreSlice;
  phase: DialoguePhase;
  /** Names and organisations of panellists who agreed to the publication of their name, by seat. */
  names: ReadonlyMap<string, { name: string; organisation: string }>;
  resolution: { document: ResolutionDocument; sha256: string } | null;
  /** Where the page's style is served. */
  style: string;
}

/** Open data of a dialogue: the published facts, no seat, no name that was not released. */
export function publicData({ slug, core, phase, names, resolution }: PublicView): Record<string, unknown> {
  const { setup, groups, panels, votes } = core;
  const { privacyNotice: _, ...published } = setup ?? { privacyNotice: {} };
  return {
    format: 'tegerek-public', v: 1, dialogueId: core.dialogueId, rehearsal: core.rehearsal, slug, phase, dialogue: published, groups,
    panels: inOrder(Object.values(panels)).map(({ id, number, title, outcome, startsAt, endsAt, hall, phase: at, panellists }) => ({
      id, number, title, outcome, startsAt, endsAt, hall, phase: at, panellists: panellists.flatMap((seat) => names.get(seat) ?? []),
    })),
    votes: phase === 'published' ? Object.values(votes).filter(({ state }) => state === 'closed' || state === 'void').sort((a, b) => a.openedSeq - b.openedSeq) : [],
    resolution: resolution && { ...resolution.document, sha256: resolution.sha256 },
  };
}

export const inOrder = <P extends { number: number }>(panels: readonly P[]): P[] => [...panels].sort((a, b) => a.number - b.number);
