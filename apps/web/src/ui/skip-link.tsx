import { useText } from '../i18n/provider.js';
import './skip-link.css';

/** The id of the part to which the link leads. */
export const MAIN = 'main';

/** The first stop of Tab on a page with much before its main part; shown while it has the focus. Not a link, since the organizer's sections live in the fragment. */
export function SkipLink() {
  const t = useText();
  return <button type="button" className="btn primary skip" onClick={() => document.getElementById(MAIN)?.focus()}>{t('ui.skip')}</button>;
}
