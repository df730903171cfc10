import { useState } from 'react';
import { LIMITS, type CoreSlice, type Lang } from '@tegerek/contracts/wire';
import { LANGS } from '../../../i18n/langs.js';
import { useI18n, useText } from '../../../i18n/provider.js';
import { textOf } from '../../../i18n/text.js';
import { WORDS } from '../../../i18n/words.js';
import { newId, useAddress, withoutScheme } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { SelectField } from '../../../ui/select-field.js';
import { ActNote, fieldRefusal } from '../../../ui/staff/act-note.js';
import { TextField } from '../../../ui/text-field.js';
import { usePanelOptions } from './panel-options.js';

/** Pairs a projector: the code that it shows, a name for it, its language and panel (at first this one; `null`: the whole dialogue). */
export function PairDialog({ core, panelId, onClose }: { core: CoreSlice; panelId: string | null; onClose: () => void }) {
  const t = useText();
  const { locale } = useI18n();
  const act = useAct();
  const address = useAddress();
  const panels = usePanelOptions(core);
  const [screenId] = useState(newId);
  const [code, setCode] = useState('');
  const [name, setName] = useState(() => textOf(core.panels[panelId ?? '']?.hall, locale).text || t('console.screen.default-name'));
  const [language, setLanguage] = useState<Lang>(locale);
  const [panel, setPanel] = useState(panelId ?? '');
  const [isTried, setTried] = useState(false);
  const empty = (value: string) => (isTried && value.trim() === '' ? t('refusal.request.invalid', { reason: 'empty', max: 0 }) : undefined);
  const pair = async () => {
    setTried(true);
    if (code.trim() === '' || name.trim() === '') return;
    if (await act.run('screen.pair', { screenId, code: code.replace(/[\s-]/gu, '').toUpperCase(), name: name.trim(), language, panelId: panel === '' ? null : panel })) onClose();
  };
  const refusedCode = act.refusal?.code === 'screen.code' ? t('refusal.screen.code') : fieldRefusal(t, act.refusal, 'code');
  return (
    <Dialog isOpen onClose={onClose} title={t('console.screen.pair')} actions={<><Button kind="primary" busy={act.isBusy} onClick={() => { void pair(); }}>{t('console.screen.pair-confirm')}</Button><Button onClick={onClose}>{t('ui.cancel')}</Button></>}>
      <p className="soft">{t('console.screen.pair-how', { address: `${withoutScheme(address)}/screen` })}</p>
      <TextField label={t('console.screen.code')} autoComplete="off" autoCapitalize="characters" spellCheck={false} autoFocus value={code} onChange={setCode} refusal={empty(code) ?? refusedCode} />
      <TextField label={t('console.screen.name')} limit={LIMITS.name} value={name} onChange={setName} refusal={empty(name) ?? fieldRefusal(t, act.refusal, 'name')} />
      <SelectField label={t('ui.language')} placeholder={null} value={language} onChange={(value) => setLanguage(value as Lang)} options={LANGS.map((lang) => ({ value: lang, label: WORDS[lang].own }))} />
      <SelectField label={t('console.screen.panel')} placeholder={null} value={panel} onChange={setPanel} options={panels} />
      <p className="sm soft">{t('console.screen.overlay')}</p>
      <ActNote act={act} fields={['code', 'name', ...(act.refusal?.code === 'screen.code' ? [''] : [])]} />
    </Dialog>
  );
}
