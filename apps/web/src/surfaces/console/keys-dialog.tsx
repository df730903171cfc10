import type { MessageKey } from '../../i18n/catalogue.js';
import { useText } from '../../i18n/provider.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import '../../ui/staff/staff.css';

/** As printed on a Latin keyboard: the place counts, so they work in every layout. */
const KEYS: readonly [key: string, words: MessageKey][] = [
  ['N', 'console.key.next'], ['E', 'console.key.end'], ['T', 'console.key.pause'], ['X', 'console.key.extend'], ['Q', 'console.key.approve'], ['W', 'console.key.decline'], ['A', 'console.key.answer'], ['R', 'console.key.propose'],
  ['D', 'console.key.pin'], ['J', 'console.key.questions'], ['U', 'console.key.undo'], ['H', 'console.key.enter'], ['Y', 'console.key.time'],
  ['O', 'console.key.open'], ['C', 'console.key.close-poll'], ['F', 'console.key.forward'], ['Shift+F', 'console.key.back'], ['P', 'console.key.show'], ['B', 'console.key.break'],
  ['L', 'console.key.polls'], ['Z', 'console.key.before'], ['K', 'console.key.blank'], ['G', 'console.key.lead'],
  ['I', 'console.key.check-in'], ['M', 'console.key.minutes'], ['Esc', 'console.key.room'], ['?', 'console.key.help'],
];

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  return (
    <Dialog isOpen wide onClose={onClose} title={t('console.keys')} actions={<Button onClick={onClose}>{t('ui.close')}</Button>}>
      <ul className="key-list">{KEYS.map(([key, words]) => <li key={key}><kbd>{key}</kbd><span>{t(words)}</span></li>)}</ul>
      <p className="sm mute">{t('console.keys.layout')}</p>
    </Dialog>
  );
}
