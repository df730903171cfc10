import { createContext, useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { EDITING_AGAIN_MS, type CommandName, type CoreSlice, type Counter, type Editing, type Me, type PanelSlice, type Payload } from '@tegerek/contracts/wire';
import type { PressName, StoredCommand, StoredPress } from './outbox/storage.js';
import { LiveSpace, type OpenSpaceOptions, type Sent } from './space.js';
import type { Connection, DirectoryEntry, LiveState } from './state.js';

const Context = createContext<LiveSpace | null>(null);

/** Gives an open space to what is below it. The owner starts and stops it (`useOpenSpace`). */
export const LiveProvider = ({ space, children }: { space: LiveSpace; children: ReactNode }) => <Context value={space}>{children}</Context>;

/** Opens a space while the component is shown; another space, capacity or actor opens anew. */
export function useOpenSpace(options: OpenSpaceOptions): LiveSpace {
  const key = `${options.space}/${options.as}/${options.actor ?? ''}`;
  const held = useRef<{ key: string; space: LiveSpace } | null>(null);
  if (held.current?.key !== key) held.current = { key, space: new LiveSpace(options) };
  const { space } = held.current;
  useEffect(() => { space.start(); return () => space.stop(); }, [space]);
  return space;
}

export function useLiveSpace(): LiveSpace {
  const space = useContext(Context);
  if (space === null) throw new Error('no LiveProvider above this component');
  return space;
}

/** A part of the store. `select` must return what the state holds (no new objects), else pass `isEqual`. */
export function useLive<T>(select: (state: LiveState) => T, isEqual: (a: T, b: T) => boolean = Object.is): T {
  const { store } = useLiveSpace();
  const last = useRef<{ value: T } | null>(null);
  const read = useCallback(() => {
    const value = select(store.get());
    if (last.current !== null && isEqual(last.current.value, value)) return last.current.value;
    last.current = { value };
    return value;
  }, [store, select, isEqual]);
  return useSyncExternalStore(store.subscribe, read, read);
}

export const useMe = (): Me | null => useLive(selectMe);
/** Programme, phases, live objects; null until the first snapshot. */
export const useCore = (): CoreSlice | null => useLive(selectCore);
export const useConnection = (): Connection => useLive(selectConnection);
export const usePending = (): LiveState['pending'] => useLive(selectPending);
export const useServerOffset = (): number => useLive(selectOffset);

/** Whether the open space is a rehearsal; false where none is open, and until its first snapshot. */
export function useIsRehearsal(): boolean {
  const store = useContext(Context)?.store;
  return useSyncExternalStore(store?.subscribe ?? neverChanges, () => store?.get().core?.rehearsal === true, () => false);
}

const neverChanges = () => () => undefined;

const selectMe = (state: LiveState) => state.me;
const selectCore = (state: LiveState) => state.core;
const selectConnection = (state: LiveState) => state.connection;
const selectPending = (state: LiveState) => state.pending;
const selectOffset = (state: LiveState) => state.offsetMs;

/** A panel's slice, loaded when first asked for; undefined until it is here. */
export function usePanel(panelId: string | null): PanelSlice | undefined {
  const space = useLiveSpace();
  // before anything is painted, also over the view kept from last time: the first snapshot brings every panel that is shown, and none vanishes under a finger
  useLayoutEffect(() => { if (panelId !== null) space.holdPanel(panelId); }, [space, panelId]);
  return useLive(useCallback((state: LiveState) => (panelId === null ? undefined : state.panels[panelId]), [panelId]));
}

/** Figures of a vote (turnout) or a question (supports), as far as the rule lets them be seen. */
export const useCounter = (object: string): Counter | undefined => useLive(useCallback((state: LiveState) => state.counters[object], [object]));

const sameEditing = (a: readonly Editing[], b: readonly Editing[]): boolean => a.length === b.length && a.every((each, i) => each.seatId === b[i]?.seatId && each.field === b[i]?.field);

/** Others whose cursor stands in a field of this proposal. */
export function useEditing(proposalId: string): readonly Editing[] {
  return useLive(useCallback((state: LiveState) => state.editing.filter((each) => each.proposalId === proposalId && each.seatId !== state.actor), [proposalId]), sameEditing);
}

/** Tells the others in which field of a proposal I am: `enter` on focus, `leave` on blur; said again while it lasts, and taken back when the form goes. */
export function useEditingMark(proposalId: string | null): { enter: (field: string) => void; leave: () => void } {
  const space = useLiveSpace();
  const field = useRef<string | null>(null);
  const tell = useCallback(() => { if (proposalId !== null) space.edits(field.current === null ? null : { proposalId, field: field.current }); }, [space, proposalId]);
  useEffect(() => {
    const again = setInterval(() => { if (field.current !== null) tell(); }, EDITING_AGAIN_MS);
    return () => {
      clearInterval(again);
      if (field.current === null) return;
      field.current = null;
      tell();
    };
  }, [tell]);
  return useMemo(() => ({ enter: (name) => { field.current = name; tell(); }, leave: () => { field.current = null; tell(); } }), [tell]);
}

/** Sum over the groups of a counter. */
export const counterTotal = (counter: Counter | undefined): number => Object.values(counter?.byGroup ?? {}).reduce((sum, n) => sum + n, 0);

/** Names of seats, fetched in batches; `null`: not to be seen, `undefined`: on its way. */
export function useDirectory(seatIds: readonly (string | null)[]): Readonly<Record<string, DirectoryEntry | null>> {
  const space = useLiveSpace();
  const key = seatIds.filter((id) => id !== null).join(',');
  useEffect(() => { if (key !== '') space.directory.want(key.split(',')); }, [space, key]);
  return useLive(useCallback((state: LiveState) => state.directory, []));
}

export type Send = <N extends CommandName>(name: N, payload: Payload<N>, expect?: { rev: number }) => Promise<Sent>;
/** Writes a command into the outbox; it goes out when it can. */
export function useSend(): Send {
  const space = useLiveSpace();
  return useCallback((name, payload, expect) => space.send(name, payload, expect), [space]) as Send;
}

/** Puts a press into its object's slot: a newer one replaces an older that has not gone out. */
export function usePress(): (name: PressName, object: string, choice: unknown) => Promise<StoredPress> {
  const space = useLiveSpace();
  return useCallback((name, object, choice) => space.press(name, object, choice), [space]);
}

/** What became of a command: follow it by the id that `send` gave. */
export const useCommand = (id: string | null): StoredCommand | undefined =>
  useLive(useCallback((state: LiveState) => (id === null ? undefined : state.pending.commands.find((row) => row.id === id)), [id]));

export const usePressState = (object: string): StoredPress | undefined => useLive(useCallback((state: LiveState) => state.pending.presses[object], [object]));

/** The server's clock (ms), renewed every `everyMs`. Display only. */
export function useServerNow(everyMs = 1_000): number {
  const offset = useServerOffset();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now + offset;
}
