import { staffCatalogues } from '../i18n/catalogues/staff.js';
import { SurfaceI18n } from '../i18n/surface.js';
import { ConsoleApp } from '../surfaces/console/console-app.js';
import { followSystemTheme } from '../ui/theme.js';
import { mount } from './mount.js';

followSystemTheme();
mount(<SurfaceI18n loaders={staffCatalogues}><ConsoleApp /></SurfaceI18n>);
