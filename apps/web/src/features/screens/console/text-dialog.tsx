import { useState } from 'react';
import { LIMITS, type CoreSlice, type Text } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { WORDS } from '../../../i18n/words.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import type { Show } from '../../../ui/staff/use-show.js';
import { countCharacters, TextArea } from '../../../ui/text-field.js';

/** A break or a free text for the hall, in the languages of the dialogue; each screen shows its own. */
export function TextDialog({ core, kind, show, onClose }: { core: CoreSlice; kind: 'break' | 'text'; show: Show; onClose: () => void }) {
  const t = useText();
  const [text, setText] = useState<Text>({});
  const languages = core.setup?.languages ?? [];
  const typed = languages.flatMap((lang) => (text[lang]?.trim() ? [[lang, text[lang]] as const] : []));
  const values: Text = Object.fromEntries(typed);
  const isFaulty = (kind === 'text' && typed.length === 0) || typed.some(([, value]) => countCharacters(value) > LIMITS.screenText);
  const send = () => { show.show({ kind, text: values }); onClose(); };
  return (
    <Dialog isOpen onClose={onClose} title={t(kind === 'break' ? 'console.screen.break-title' : 'console.screen.text-title')} actions={<><Button kind="primary" disabled={isFaulty} onClick={send}>{t('console.show-hall')}</Button><Button onClick={onClose}>{t('ui.cancel')}</Button></>}>
      <p className="soft">{t(kind === 'break' ? 'console.screen.break-how' : 'console.screen.text-how')}</p>
      {languages.map((lang) => <TextArea key={lang} lang={lang} label={WORDS[lang].own} optional rows={2} limit={LIMITS.screenText} value={text[lang] ?? ''} onChange={(value) => setText((now) => ({ ...now, [lang]: value }))} />)}
    </Dialog>
  );
}
