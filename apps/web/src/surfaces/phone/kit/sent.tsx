import type { Refusal } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';
import type { SendingState } from '../../../live/index.js';
import { RefusalNote } from '../../../ui/field.js';
import { SendState, type Sending } from '../../../ui/send-state.js';
import { useRefusal } from '../../../i18n/refusal.js';

const SHOWN: Record<SendingState, Sending> = { saved: 'saved', sending: 'sending', recorded: 'accepted', refused: 'refused', 'not-counted': 'not-counted' };

/** Where a row of the outbox stands. */
export const SentState = ({ state }: { state: SendingState }) => <SendState state={SHOWN[state]} />;

/** A row's state and, when refused, why and what to do. */
export function SentLine({ row }: { row: { state: SendingState; refusal: Refusal | null } | undefined }) {
  const words = useRefusal();
  if (row === undefined) return null;
  return <>{row.state === 'recorded' ? null : <SentState state={row.state} />}{row.refusal === null ? null : <RefusalNote>{words(row.refusal)}</RefusalNote>}</>;
}

/** A group's or panel's number with its words: «Панель 3». */
export function PanelWord({ number }: { number: number }) {
  const t = useText();
  return <>{t('p.panel', { n: number })}</>;
}
