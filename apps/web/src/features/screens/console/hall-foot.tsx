import { useState } from 'react';
import type { CoreSlice, PanelHead, PanelSlice, ScreenRequest } from '@tegerek/contracts/wire';
import { useI18n, useText } from '../../../i18n/provider.js';
import { Tag } from '../../../ui/badge.js';
import { WORDS } from '../../../i18n/words.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { IconArrowBackUp, IconArrowNarrowRight, IconDeviceProjector, IconKeyboard, IconPlus, IconScreenShare } from '../../../ui/icons/index.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { usePersonName } from '../../../ui/staff/person.js';
import type { Show } from '../../../ui/staff/use-show.js';
import { PairDialog } from './pair-dialog.js';
import { ScreensDialog } from './screens-dialog.js';
import { TextDialog } from './text-dialog.js';
import { candidatesOf } from './candidates.js';
import { HallPreview } from './hall-preview.js';
import { isSameView, viewWords, type ViewWords } from './view-words.js';

export type HallAct = 'pair' | 'screens' | 'text' | 'break' | 'preview' | null;

/** A poll is told from another by its question; the other views name themselves. */
const optionWords = ({ kind, big, small }: ViewWords): string => (big === '' && small !== '' ? `${kind}: ${[...small].slice(0, 40).join('')}` : kind);

export interface HallFootProps {
  core: CoreSlice;
  panel: PanelHead;
  slice: PanelSlice | undefined;
  focus: ScreenRequest | null;
  show: Show;
  mayShow: boolean;
  mayPair: boolean;
  open: HallAct;
  setOpen: (act: HallAct) => void;
  onHelp: () => void;
  /** So that the key P shows what is chosen here. */
  bindShow: (act: () => void) => void;
}

/** The hall's screens: what they show, what would come, and how to send it. */
export function HallFoot({ core, panel, slice, focus, show, mayShow, mayPair, open, setOpen, onHelp, bindShow }: HallFootProps) {
  const t = useText();
  const { locale } = useI18n();
  const speaker = usePersonName(panel.turn?.seatId ?? null);
  const [chosen, setChosen] = useState('');
  const candidates = candidatesOf(core, panel, slice, focus, speaker);
  const next = candidates.find((each) => each.key === chosen) ?? candidates.find((each) => !isSameView(show.shown, each.request)) ?? candidates[0];
  const screens = Object.values(core.screens).filter((screen) => screen.panelId === panel.id);
  const send = () => { if (next !== undefined && mayShow) { show.show(next.request); setChosen(''); } };
  bindShow(send);
  const live = viewWords(t, show.shown, core, locale, slice);
  const language = screens[0]?.language ?? locale;
  const view = show.shown;
  return (
    <>
      {view === null ? null : <div className="screen-mini live"><HallPreview key={`live ${language}`} core={core} panelId={panel.id} view={view} language={language} title={t('console.screen.live')} /></div>}
      <div className="foot-words"><Tag tone="live" icon={<IconDeviceProjector />}>{t('console.screen.live')}</Tag><p className="sm soft">{screens.length === 0 ? t('console.screen.none') : live.kind}</p><p className="sm mute opt">{screens.map((screen) => t('console.screen.list', { name: screen.name, language: WORDS[screen.language].short })).join(', ')}</p></div>
      {mayShow && next !== undefined ? (
        <>
          <IconArrowNarrowRight />
          <button type="button" className="screen-mini opt" aria-label={t('console.screen.preview-of')} title={t('console.screen.preview-of')} onClick={() => setOpen('preview')}><HallPreview core={core} panelId={panel.id} view={next.view} language={language} title={t('console.screen.preview')} /></button>
          <label className="foot-words foot-choice"><span className="sm soft">{t('console.screen.preview')}</span>
            <select className="input" value={next.key} onChange={(event) => setChosen(event.target.value)}>{candidates.map((each) => <option key={each.key} value={each.key}>{optionWords(viewWords(t, each.view, core, locale, slice))}</option>)}</select>
          </label>
        </>
      ) : null}
      <span className="end foot-note"><ActNote act={show.act} /></span>
      {mayPair ? <Button kind="quiet" icon={<IconPlus />} aria-label={t('console.screen.pair')} title={t('console.screen.pair')} onClick={() => setOpen('pair')}>{screens.length === 0 ? t('console.screen.pair') : undefined}</Button> : null}
      {mayPair && Object.keys(core.screens).length > 0 ? <Button kind="quiet" icon={<IconDeviceProjector />} aria-label={t('screens.title')} title={t('screens.title')} onClick={() => setOpen('screens')} /> : null}
      {mayShow ? <><Button kbd="B" onClick={() => setOpen('break')}>{t('console.screen.break')}</Button><Button className="opt" onClick={() => setOpen('text')}>{t('console.screen.text')}</Button>{show.before === null ? null : <Button kind="quiet" icon={<IconArrowBackUp />} aria-label={t('console.screen.before')} title={`${t('console.screen.before')}: ${viewWords(t, show.before, core, locale, slice).kind}`} onClick={show.back} />}<Button icon={<IconScreenShare />} kbd="P" busy={show.act.isBusy} onClick={send}>{t('console.show-hall')}</Button></> : null}
      <Button kind="quiet" icon={<IconKeyboard />} aria-label={t('console.keys')} title={t('console.keys')} onClick={onHelp} />
      {open === 'preview' && next !== undefined ? (
        <Dialog isOpen wide onClose={() => setOpen(null)} title={t('console.screen.preview-of')} actions={<><Button kind="primary" icon={<IconScreenShare />} onClick={() => { send(); setOpen(null); }}>{t('console.show-hall')}</Button><Button onClick={() => setOpen(null)}>{t('ui.cancel')}</Button></>}>
          <div className="big-preview"><HallPreview core={core} panelId={panel.id} view={next.view} language={language} title={t('console.screen.preview')} /></div>
        </Dialog>
      ) : null}
      {open === 'screens' ? <ScreensDialog core={core} panelId={panel.id} onPair={() => setOpen('pair')} onClose={() => setOpen(null)} /> : null}
      {open === 'pair' ? <PairDialog core={core} panelId={panel.id} onClose={() => setOpen(null)} /> : null}
      {open === 'break' || open === 'text' ? <TextDialog core={core} kind={open} show={show} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
