import { staffCatalogues } from '../i18n/catalogues/staff.js';
import { useText } from '../i18n/provider.js';
import { SurfaceI18n } from '../i18n/surface.js';
import { ConsoleFrame } from '../ui/layouts/console-frame.js';
import { LanguageSwitch } from '../ui/language-switch.js';
import { followSystemTheme } from '../ui/theme.js';
import { mount } from './mount.js';

function Console() {
  const t = useText();
  const head = <><div className="title"><h1>{t('ui.product')}</h1></div><LanguageSwitch /></>;
  return <ConsoleFrame head={head} nav={null} side={null} foot={null} names={{ nav: t('ui.phases'), side: t('ui.sections') }}><p className="mute">{t('ui.loading')}</p></ConsoleFrame>;
}

followSystemTheme();
mount(<SurfaceI18n loaders={staffCatalogues}><Console /></SurfaceI18n>);
