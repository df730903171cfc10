import { useState } from 'react';
import { staffCatalogues } from '../i18n/catalogues/staff.js';
import { SurfaceI18n } from '../i18n/surface.js';
import { OrganizerApp } from '../surfaces/organizer/organizer-app.js';
import { followSystemTheme } from '../ui/theme.js';
import { mount } from './mount.js';

/** Times are shown in the dialogue's zone as soon as it is known. */
function Organizer() {
  const [timeZone, setTimeZone] = useState<string>();
  return <SurfaceI18n loaders={staffCatalogues} timeZone={timeZone}><OrganizerApp onZone={setTimeZone} /></SurfaceI18n>;
}

followSystemTheme();
mount(<Organizer />);
