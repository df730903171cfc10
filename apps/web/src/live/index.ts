/**
 * The client's side of a space (architecture.md §4): one store per open space, the socket, the outbox, drafts.
 *
 *   const space = useOpenSpace({ space: dialogueId, as: 'seat', actor: seatId });      // 'facilitator' | 'observer' | 'screen' | 'public'; actor null = read only
 *   <LiveProvider space={space}> … </LiveProvider>
 *
 * Read:  useCore() usePanel(id) useMe() useCounter(object) useDirectory(seatIds) useConnection() usePending() useServerNow() useLive(select)
 *        `null`/`undefined` = not here yet. Slices change only by packages/replica; everything is immutable, select freely.
 * Write: const send = useSend();   const { id, settled } = await send('question.ask', {...});   // resolves when SAVED on this device
 *        useCommand(id)?.state     // saved → sending → recorded | refused (.refusal {code, path, details}); `await settled` gives the same row
 *        const press = usePress();  await press('ballot.cast', voteId, 'yes');  usePressState(voteId)?.state  // … | not-counted; .receipt {rev, hash, number}
 *        No optimistic state: show the row's state, let the event change the slice. Rows survive reload; the same id goes out until it is answered.
 *        space.discard(id) takes a settled row (or one that never went out) away.
 * Show:  useConnection(): status 'connecting' | 'live' | 'polling' | 'lost' | 'diverged' (say it in red) | 'closed' (.refusal.code: signed out, revoked); .lostAt and .isPortal for <NetworkLine>.
 * Draft: const draft = useDraft(`${space}/${seat}/ask/${panelId}`, initial); draft.value, draft.set, draft.clear — nothing from the network touches it.
 * Ask:   requestJson(path) / postJson(body) for other GET and POST: throws NoAnswer (network, 5xx, captive portal) or RefusedRequest {code, path, details}.
 * Ids of new objects: newId() (works on plain http).
 */
export { LiveProvider, counterTotal, useCommand, useConnection, useIsRehearsal, useCore, useCounter, useDirectory, useEditing, useEditingMark, useLive, useLiveSpace, useMe, useOpenSpace, usePanel, usePending, usePress, usePressState, useSend, useServerNow, useServerOffset, type Send } from './react.js';
export { publicAddress, useAddress, withoutScheme } from './address.js';
export { LiveSpace, type OpenSpaceOptions, type Sent } from './space.js';
export type { Connection, ConnectionStatus, DirectoryEntry, LiveState } from './state.js';
export type { OutboxView } from './outbox/outbox.js';
export type { PressName, SendingState, StoredCommand, StoredPress } from './outbox/storage.js';
export { dropDraft, listDrafts, useDraft, type Draft } from './drafts.js';
export { exchange, NoAnswer, PortalAnswer, RefusedRequest, postJson, requestJson } from './http.js';
export { newId } from './ids.js';
export { forgetViews } from './view-storage.js';
