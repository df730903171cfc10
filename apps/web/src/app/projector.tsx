import { projectorCatalogues } from '../i18n/catalogues/projector.js';
import { useText } from '../i18n/provider.js';
import { SurfaceI18n } from '../i18n/surface.js';
import { ProjectorFrame } from '../ui/layouts/projector-frame.js';
import { mount } from './mount.js';

function Projector() {
  const t = useText();
  return <ProjectorFrame><p className="say">{t('ui.product')}</p></ProjectorFrame>;
}

mount(<SurfaceI18n loaders={projectorCatalogues}><Projector /></SurfaceI18n>);
