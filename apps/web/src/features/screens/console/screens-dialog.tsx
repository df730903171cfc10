import { useState } from 'react';
import type { CoreSlice, Lang, ScreenHead } from '@tegerek/contracts/wire';
import { LANGS } from '../../../i18n/langs.js';
import { useText } from '../../../i18n/provider.js';
import { WORDS } from '../../../i18n/words.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog, Dialog } from '../../../ui/dialog.js';
import { SelectField } from '../../../ui/select-field.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { usePanelOptions } from './panel-options.js';

function ScreenLine({ core, screen, panelId, onRelease }: { core: CoreSlice; screen: ScreenHead; panelId: string | null; onRelease: () => void }) {
  const t = useText();
  const panels = usePanelOptions(core);
  const act = useAct();
  const { screenId, name, language } = screen;
  const set = (change: Partial<Pick<ScreenHead, 'language' | 'panelId'>>) => { void act.run('screen.set', { screenId, name, language, panelId: screen.panelId, ...change }); };
  const at = screen.panelId === null ? undefined : core.panels[screen.panelId];
  return (
    <li className="stack-1">
      {panelId === null ? <b><bdi>{name}</bdi></b> : null}
      <div className="row wrap">
        {panelId === null ? null : <span className="grow"><b><bdi>{name}</bdi></b><br /><span className="sm soft">{at === undefined ? t('console.screen.no-panel') : t('console.panel', { n: at.number })}</span></span>}
        {panelId === null ? <div className="grow"><SelectField compact label={t('console.screen.panel')} placeholder={null} value={screen.panelId ?? ''} onChange={(value) => set({ panelId: value === '' ? null : value })} options={panels} /></div> : null}
        <SelectField compact label={t('ui.language')} placeholder={null} value={language} onChange={(value) => set({ language: value as Lang })} options={LANGS.map((lang) => ({ value: lang, label: WORDS[lang].own }))} />
        {panelId === null || screen.panelId === panelId ? null : <Button mini busy={act.isBusy} onClick={() => set({ panelId })} aria-label={t('screens.here-of', { name })}>{t('screens.here')}</Button>}
        <Button mini kind="quiet" onClick={onRelease} aria-label={t('screens.release-of', { name })}>{t('screens.release')}</Button>
      </div>
      <ActNote act={act} />
    </li>
  );
}

/** All screens of the dialogue: brought to this panel (from the desk, `null`: to any), given another language, let go. */
export function ScreensDialog({ core, panelId, onPair, onClose }: { core: CoreSlice; panelId: string | null; onPair: () => void; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  const [released, setReleased] = useState<ScreenHead | null>(null);
  const screens = Object.values(core.screens).sort((a, b) => a.name.localeCompare(b.name));
  if (released !== null) {
    return <ConfirmDialog isOpen onClose={() => setReleased(null)} title={t('screens.release-of', { name: released.name })} effect={<div className="stack-2"><p>{t('screens.release.effect')}</p><ActNote act={act} /></div>} confirm={t('screens.release')} kind="danger" busy={act.isBusy} onConfirm={() => { void act.run('screen.release', { screenId: released.screenId }).then((isDone) => { if (isDone) setReleased(null); }); }} />;
  }
  return (
    <Dialog isOpen wide onClose={onClose} title={t('screens.title')} actions={<><Button onClick={onPair}>{t('console.screen.pair')}</Button><Button onClick={onClose}>{t('ui.close')}</Button></>}>
      <ul className="items">{screens.map((screen) => <ScreenLine key={screen.screenId} core={core} screen={screen} panelId={panelId} onRelease={() => setReleased(screen)} />)}</ul>
      {screens.length === 0 ? <p className="soft">{t('console.screen.none')}</p> : null}
    </Dialog>
  );
}
