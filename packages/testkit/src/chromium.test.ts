import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { findChromium } from './chromium-find.js';
import { launchChromium } from './chromium.js';

const PAGE = `<!doctype html><meta charset="utf-8"><title>Тегерек</title>
<h1 style="font-family: sans-serif">Суроо: ң ө ү</h1><button onclick="document.title = 'Басылды'">Бас</button>`;

describe('launchChromium', () => {
  let server: Server;
  let browser: Browser;
  let url = '';

  beforeAll(async () => {
    server = createServer((_request, response) => { response.setHeader('content-type', 'text/html').end(PAGE); });
    await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it('opens a page, runs its script and draws its letters', async () => {
    const page = await browser.newPage();
    await page.goto(url);
    expect(await page.textContent('h1')).toBe('Суроо: ң ө ү');
    await page.click('button');
    expect(await page.title()).toBe('Басылды');
    const drawn = await page.locator('h1').screenshot();
    await page.addStyleTag({ content: 'h1 { color: transparent }' });
    expect(drawn.equals(await page.locator('h1').screenshot())).toBe(false);
  });

  it('keeps separate contexts apart, and web security on', async () => {
    const [one, two] = await Promise.all([browser.newContext(), browser.newContext()]);
    await one.addCookies([{ name: 'seat', value: '1', url }]);
    const page = await two.newPage();
    await page.goto(url);
    expect(await page.evaluate('document.cookie')).toBe('');
    const foreign = url.replace('127.0.0.1', 'localhost');
    expect(await page.evaluate(`fetch(${JSON.stringify(foreign)}).then(() => 'read', () => 'blocked')`)).toBe('blocked');
  });
});

describe('findChromium', () => {
  it('takes CHROMIUM_PATH first, and says when it names nothing', async () => {
    expect(await findChromium(process.execPath)).toMatchObject({ executablePath: process.execPath, origin: 'CHROMIUM_PATH' });
    await expect(findChromium('/no/such/browser')).rejects.toThrow('CHROMIUM_PATH names /no/such/browser, which does not exist.');
  });

  it('has the one of the npm package for a machine without any', async () => {
    expect((await findChromium('bundled')).executablePath).toMatch(/tegerek-chromium-[\d.]+-\d+\/chromium$/);
  });
});
