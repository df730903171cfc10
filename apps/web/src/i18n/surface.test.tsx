import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LanguageSwitch } from '../ui/language-switch.js';
import { useRefusal } from './refusal.js';
import { sharedMessages } from './shared-messages.js';
import { SurfaceI18n } from './surface.js';

const loaders = { ru: () => Promise.resolve(sharedMessages.ru), ky: () => Promise.resolve(sharedMessages.ky), en: () => Promise.resolve(sharedMessages.en) };

function Page() {
  const refusal = useRefusal();
  return <><LanguageSwitch languages={['ru', 'ky']} /><p>{refusal({ code: 'code.wrong' })}</p></>;
}

beforeEach(() => { localStorage.setItem('tegerek.lang', 'ru'); });
afterEach(() => { cleanup(); localStorage.clear(); });

describe('SurfaceI18n', () => {
  it('changes the language in one tap, names it on the page and keeps it on the device', async () => {
    render(<SurfaceI18n loaders={loaders}><Page /></SurfaceI18n>);
    expect(await screen.findByText(/Такого кода нет/)).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /Кыргызча/ }));
    expect(await screen.findByText(/Мындай код жок/)).not.toBeNull();
    expect([document.documentElement.lang, localStorage.getItem('tegerek.lang')]).toEqual(['ky', 'ky']);
  });

  it('keeps the present language when another cannot be loaded', async () => {
    const offline = { ...loaders, ky: () => Promise.reject(new Error('offline')) };
    render(<SurfaceI18n loaders={offline}><Page /></SurfaceI18n>);
    await userEvent.click(await screen.findByRole('button', { name: /Кыргызча/ }));
    expect(await screen.findByText(/Такого кода нет/)).not.toBeNull();
    expect(document.documentElement.lang).toBe('ru');
  });
});
