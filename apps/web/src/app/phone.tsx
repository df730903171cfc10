import { lazy, Suspense } from 'react';
import { phoneCatalogues } from '../i18n/catalogues/phone.js';
import { SurfaceI18n } from '../i18n/surface.js';
import { takeFragment } from '../surfaces/phone/kit/fragment.js';
import { parseRoute, useOwnLinks, usePath } from '../surfaces/phone/kit/route.js';
import '../surfaces/phone/phone.css';
import { followSystemTheme } from '../ui/theme.js';
import { mount } from './mount.js';
import { keepShell } from './keep-shell.js';

const Start = lazy(() => import('../features/join/phone/start-screen.js'));
const Join = lazy(() => import('../features/join/phone/join-screen.js'));
const Register = lazy(() => import('../features/join/phone/register-screen.js'));
const Inside = lazy(async () => ({ default: (await import('../surfaces/phone/inside.js')).Inside }));

/** One switch instead of a router: the phone's first script is its budget. */
function Phone() {
  useOwnLinks();
  const route = parseRoute(usePath());
  if (route.at === 'start') return <Start />;
  if (route.at === 'join') return <Join key={route.slug} slug={route.slug} />;
  if (route.at === 'register') return <Register key={route.slug} slug={route.slug} />;
  return <Inside key={route.slug} slug={route.slug} screen={route.screen} id={route.id} />;
}

takeFragment();
followSystemTheme();
keepShell();
mount(<SurfaceI18n loaders={phoneCatalogues}><Suspense><Phone /></Suspense></SurfaceI18n>);
