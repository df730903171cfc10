import { useText } from '../i18n/provider.js';
import { IconCheck, IconCircleX, IconDeviceMobile } from './icons/index.js';
import { Spinner } from './spinner.js';
import './status.css';

export type Sending = 'saved' | 'sending' | 'accepted' | 'refused' | 'not-counted';

const LOOKS = {
  saved: { key: 'ui.send.saved', mark: <IconDeviceMobile />, tone: '' },
  sending: { key: 'ui.send.sending', mark: <Spinner />, tone: '' },
  accepted: { key: 'ui.send.accepted', mark: <IconCheck />, tone: ' ok' },
  refused: { key: 'ui.send.refused', mark: <IconCircleX />, tone: ' bad' },
  'not-counted': { key: 'ui.send.notCounted', mark: <IconCircleX />, tone: ' bad' },
} as const;

/** Where a thing that the person sent stands. The tick comes only with the server's acknowledgement; each change is announced once. */
export function SendState({ state, words }: { state: Sending; words?: string | undefined }) {
  const t = useText();
  const { key, mark, tone } = LOOKS[state];
  return <span className={`send${tone}`} role="status">{mark}{words ?? t(key)}</span>;
}
