import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keyFingerprint } from '@tegerek/ballot/signed-note';
import { launchChromium } from '@tegerek/testkit';
import { AMENDED_FORGERIES, amendedDay, filesOf, KEY, pack, sampleBundle, sampleCheckpoint, spoiledBundle } from '@tegerek/verify/testing';
import type { Browser, Page } from 'playwright-core';
import { findings } from '../browser/axe.js';
import { startWorld, type World } from '../world.js';

/** The built page, as somebody has saved it: next to nothing else. */
const SAVED = pathToFileURL(fileURLToPath(new URL('../../../apps/web/dist/verify.html', import.meta.url))).href;

describe('the verifier as a page', () => {
  let browser: Browser;
  let page: Page;
  let world: World;
  const faults: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'tegerek-verify-page-'));
  const file = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const open = (path: string) => page.locator('input[type=file]').setInputFiles(path);
  const says = (text: string | RegExp) => page.getByText(text).first().waitFor();

  beforeAll(async () => {
    [browser, world] = await Promise.all([launchChromium(), startWorld()]);
    page = await (await browser.newContext({ locale: 'ru-RU', viewport: { width: 360, height: 640 } })).newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it('opened from the disk, without any server, recounts a right bundle', async () => {
    await page.goto(SAVED);
    await open(file('right.zip', sampleBundle()));
    await says('Всё сходится');
    await says(keyFingerprint(KEY).slice(0, 20));
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await findings('/verify', page)).toEqual([]);
  });

  it('each finds their own row by its number', async () => {
    await page.getByLabel('Голосование').selectOption({ index: 1 });
    await page.getByLabel('Мой номер').fill('1');
    await says(/За$|Против$|Воздерживаюсь$/u);
    await page.getByLabel('Мой номер').fill('999');
    await says('Такого номера в списке нет');
  });

  it('names what does not fit, in each language', async () => {
    await open(file('spoiled.zip', spoiledBundle()));
    await says('Найдено 1 расхождение');
    await page.getByRole('radio', { name: 'Кыргызча' }).check({ force: true });
    await says('1 дал келбестик табылды');
    await says('Топтомдун курамы');
    await page.getByRole('radio', { name: 'English' }).check({ force: true });
    await says('1 mismatch found');
    await says('manifest.hash');
    expect(await findings('/verify', page)).toEqual([]);
    const forged = amendedDay();
    AMENDED_FORGERIES['furthest first, though it is not']?.forge(forged);
    await open(file('forged.zip', pack(filesOf(forged))));
    await says('amendment.order');
    await says('Amendment');
    await open(file('other.zip', new TextEncoder().encode('no zip')));
    await says('This is not the bundle of a dialogue');
  });

  it('served by the installation, under its own policy, takes a checkpoint and a key', async () => {
    const answer = await page.goto(`${world.url}/verify`);
    expect(answer?.headers()['content-security-policy']).toContain("connect-src 'none'");
    await page.getByText('У меня есть контрольная отметка').click();
    await page.getByLabel('Контрольная отметка, сохранённая раньше').fill(sampleCheckpoint());
    await page.getByLabel('Отпечаток ключа').fill(keyFingerprint(KEY));
    await open(file('right.zip', sampleBundle()));
    await says('Всё сходится');
    await page.getByLabel('Отпечаток ключа').fill('0'.repeat(64));
    await page.getByRole('button', { name: 'Проверить ещё раз' }).click();
    await says('checkpoint.key');
    expect(faults).toEqual([]);
  });
});
