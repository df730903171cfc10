import { staffCatalogues } from '../i18n/catalogues/staff.js';
import { useText } from '../i18n/provider.js';
import { SurfaceI18n } from '../i18n/surface.js';
import { OrganizerFrame } from '../ui/layouts/organizer-frame.js';
import { followSystemTheme } from '../ui/theme.js';
import { mount } from './mount.js';

function Organizer() {
  const t = useText();
  return <OrganizerFrame sections={[]} current=""><p className="mute">{t('ui.loading')}</p></OrganizerFrame>;
}

followSystemTheme();
mount(<SurfaceI18n loaders={staffCatalogues}><Organizer /></SurfaceI18n>);
