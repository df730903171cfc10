import { staffCatalogues } from '../i18n/catalogues/staff.js';
import { SurfaceI18n } from '../i18n/surface.js';
import { OrganizerApp } from '../surfaces/organizer/organizer-app.js';
import { followSystemTheme } from '../ui/theme.js';
import { mount } from './mount.js';

followSystemTheme();
mount(<SurfaceI18n loaders={staffCatalogues}><OrganizerApp /></SurfaceI18n>);
