import { useText } from '../i18n/provider.js';
import { useIsRehearsal } from '../live/index.js';
import './rehearsal-mark.css';

/** Says that nothing here is real. Every frame holds one; it shows itself in a rehearsal, or where `isShown` says so (before a space is open). */
export function RehearsalMark({ isShown = false }: { isShown?: boolean }) {
  const t = useText();
  const isRehearsal = useIsRehearsal();
  return isRehearsal || isShown ? <p className="rehearsal-mark" role="note">{t('ui.rehearsal')}</p> : null;
}
