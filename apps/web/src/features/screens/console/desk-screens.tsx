import { useState } from 'react';
import type { CoreSlice } from '@tegerek/contracts/wire';
import { useFormat, useText } from '../../../i18n/provider.js';
import { Button } from '../../../ui/button.js';
import { IconDeviceProjector, IconPlus } from '../../../ui/icons/index.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { useShow } from '../../../ui/staff/use-show.js';
import { PairDialog } from './pair-dialog.js';
import { ScreensDialog } from './screens-dialog.js';
import { TextDialog } from './text-dialog.js';

type Open = 'pair' | 'screens' | 'break' | 'text' | null;

/** The organizer's part of the hall's screens: all of them, and what those show that no panel's console leads. */
export function DeskScreens({ core, mayPair, mayShow }: { core: CoreSlice; mayPair: boolean; mayShow: boolean }) {
  const t = useText();
  const { list } = useFormat();
  const show = useShow(null);
  const [open, setOpen] = useState<Open>(null);
  const screens = Object.values(core.screens).sort((a, b) => a.name.localeCompare(b.name));
  const unled = screens.filter((screen) => screen.panelId === null);
  const close = () => setOpen(null);
  return (
    <div className="stack-1">
      <div className="row wrap">
        <b>{t('desk.day.screens')}</b><span>{screens.length === 0 ? t('console.screen.none') : list(screens.map((screen) => screen.name))}</span>
        {screens.length > 0 ? <Button mini kind="quiet" icon={<IconDeviceProjector />} onClick={() => setOpen('screens')}>{t('screens.title')}</Button> : null}
        {mayPair && screens.length === 0 ? <Button mini kind="quiet" icon={<IconPlus />} onClick={() => setOpen('pair')}>{t('console.screen.pair')}</Button> : null}
      </div>
      {mayShow && unled.length > 0 ? (
        <div className="row wrap">
          <span>{t('screens.unled', { n: unled.length })}</span>
          <Button mini busy={show.act.isBusy} onClick={() => show.show({ kind: 'programme' })}>{t('console.screen.programme')}</Button>
          <Button mini busy={show.act.isBusy} onClick={() => show.show({ kind: 'join' })}>{t('console.screen.join')}</Button>
          <Button mini onClick={() => setOpen('break')}>{t('console.screen.break')}</Button>
          <Button mini onClick={() => setOpen('text')}>{t('console.screen.text')}</Button>
        </div>
      ) : null}
      <ActNote act={show.act} />
      {open === 'screens' ? <ScreensDialog core={core} panelId={null} onPair={() => setOpen('pair')} onClose={close} /> : null}
      {open === 'pair' ? <PairDialog core={core} panelId={null} onClose={close} /> : null}
      {open === 'break' || open === 'text' ? <TextDialog core={core} kind={open} show={show} onClose={close} /> : null}
    </div>
  );
}
