import { phoneCatalogues } from '../i18n/catalogues/phone.js';
import { useText } from '../i18n/provider.js';
import { SurfaceI18n } from '../i18n/surface.js';
import { PhoneFrame } from '../ui/layouts/phone-frame.js';
import { followSystemTheme } from '../ui/theme.js';
import { mount } from './mount.js';

function Phone() {
  const t = useText();
  return <PhoneFrame title={t('ui.product')}><p className="mute">{t('ui.loading')}</p></PhoneFrame>;
}

followSystemTheme();
mount(<SurfaceI18n loaders={phoneCatalogues}><Phone /></SurfaceI18n>);
