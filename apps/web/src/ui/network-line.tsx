import { useFormat, useText } from '../i18n/provider.js';
import { IconWifiOff } from './icons/index.js';
import { useNow } from './now.js';
import './status.css';

/** Quiet for this long: most breaks are over by then. */
const QUIET_MS = 4_000;

/**
 * One small line when the connection has been gone for 4 s; `lostAt` is the instant (device's clock, ms) or null while connected.
 * `isPortal`: the network's sign-in page answers instead of the hall, which only the person can change.
 */
export function NetworkLine({ lostAt, isPortal = false }: { lostAt: number | null; isPortal?: boolean }) {
  const t = useText();
  const { number } = useFormat();
  const now = useNow(lostAt === null ? null : 1_000);
  const goneMs = lostAt === null ? 0 : now - lostAt;
  if (lostAt === null || goneMs < QUIET_MS) return <span role="status" className="sr-only" />;
  if (isPortal) return <div className="net"><IconWifiOff /><span role="status">{t('ui.network.portal')}</span></div>;
  return (
    <div className="net">
      <IconWifiOff /><span aria-hidden>{t('ui.network.off', { seconds: number(Math.floor(goneMs / 1_000)) })}</span>
      <span role="status" className="sr-only">{t('ui.network.lost')}</span>
    </div>
  );
}
