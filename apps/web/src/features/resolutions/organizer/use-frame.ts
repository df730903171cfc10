import { useCallback, useEffect } from 'react';
import type { CoreSlice, FrameSection, Lang } from '@tegerek/contracts/wire';
import { useDraft, useLiveSpace, useMe } from '../../../live/index.js';
import { useAct, type Act } from '../../../live/use-act.js';

/** One section of the frame in one language, as this person has it. */
export interface SectionDraft {
  text: string;
  set: (text: string) => void;
  /** Typed and not sent. */
  isKept: boolean;
  /** What another organizer saved meanwhile; `null`: nothing. */
  theirs: string | null;
  /** Goes on with the own text over theirs. */
  keepMine: () => void;
  /** Drops the own text. */
  takeTheirs: () => void;
  save: () => Promise<void>;
  act: Act;
}

export const frameKey = (space: string, seatId: string): string => `${space}/${seatId}/frame/`;

/** Typing stays on this device until it is saved; a second writer's text is shown and nothing is written over. */
export function useSection(core: CoreSlice, section: FrameSection, lang: Lang): SectionDraft {
  const { store } = useLiveSpace();
  const me = useMe();
  const act = useAct();
  const saved = core.frame[`${section}.${lang}`] ?? { text: '', rev: 0, bySeat: '', at: 0 };
  const draft = useDraft(`${frameKey(store.get().space, store.get().actor ?? '')}${section}.${lang}`, { rev: saved.rev, text: saved.text });
  const isKept = draft.isKept && draft.value.text !== saved.text;
  const isStale = isKept && draft.value.rev !== saved.rev;
  const isOwn = isStale && saved.bySeat === me?.seatId;
  const { set, clear } = draft;
  // what this person saved has come back from the log: what was typed since goes on from it
  useEffect(() => { if (isOwn) set((now) => ({ ...now, rev: saved.rev })); }, [isOwn, saved.rev, set]);
  useEffect(() => { if (draft.isKept && draft.value.text === saved.text) clear(); }, [draft.isKept, draft.value.text, saved.text, clear]);
  const save = useCallback(async () => { await act.run('resolution.draft-set', { section, language: lang, text: draft.value.text }, { rev: draft.value.rev }); }, [act, section, lang, draft.value]);
  return {
    text: isKept ? draft.value.text : saved.text, isKept, act, save, takeTheirs: clear,
    set: (text) => set((now) => ({ rev: isKept ? now.rev : saved.rev, text })),
    theirs: isStale && !isOwn ? saved.text : null,
    keepMine: () => set((now) => ({ ...now, rev: saved.rev })),
  };
}
