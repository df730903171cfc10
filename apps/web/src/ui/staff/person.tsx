import { useText } from '../../i18n/provider.js';
import { useDirectory } from '../../live/index.js';

/** A person's name from the directory; while it is on its way, or must not be seen, the words for that. */
export function PersonName({ seatId }: { seatId: string }) {
  const t = useText();
  const entry = useDirectory([seatId])[seatId];
  if (entry === undefined) return <span className="mute">…</span>;
  return entry === null ? <span className="mute">{t('staff.no-name')}</span> : <bdi>{entry.name}</bdi>;
}

/** Organisation and position, where known. */
export function PersonAbout({ seatId }: { seatId: string }) {
  const entry = useDirectory([seatId])[seatId];
  const words = [entry?.position, entry?.organisation].filter((part) => part !== undefined && part !== '').join(', ');
  return words === '' ? null : <bdi>{words}</bdi>;
}

/** The name as a plain text, for buttons and labels. */
export function usePersonName(seatId: string | null): string {
  const entry = useDirectory([seatId]);
  return seatId === null ? '' : entry[seatId]?.name ?? '';
}
