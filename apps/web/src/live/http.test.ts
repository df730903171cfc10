import { describe, expect, it, jest } from '@jest/globals';
import { backoffMs } from './backoff.js';
import { ServerClock } from './clock.js';
import { exchange, NoAnswer, PortalAnswer, RefusedRequest, requestJson } from './http.js';
import { newId } from './ids.js';

const answer = (status: number, type: string, body: unknown) => {
  globalThis.fetch = jest.fn(() => Promise.resolve({ status, headers: new Map([['content-type', type]]), json: () => Promise.resolve(body) })) as unknown as typeof fetch;
};

describe('answers over HTTP', () => {
  it('takes a captive portal, a 5xx and a broken line for no answer', async () => {
    answer(200, 'text/html', '<html>');
    await expect(requestJson('/x')).rejects.toBeInstanceOf(NoAnswer);
    answer(503, 'application/json', { ok: false, code: 'server.busy' });
    await expect(requestJson('/x')).rejects.toBeInstanceOf(NoAnswer);
    globalThis.fetch = jest.fn(() => Promise.reject(new TypeError('network'))) as unknown as typeof fetch;
    await expect(exchange('/x')).rejects.toBeInstanceOf(NoAnswer);
  });

  it('knows the sign-in page of a network: a page with 200, a way elsewhere, 511; a proxy whose server is down is none', async () => {
    const kindOf = async (status: number, type: string, responseType = 'basic'): Promise<boolean> => {
      globalThis.fetch = jest.fn(() => Promise.resolve({ status, type: responseType, headers: new Map([['content-type', type]]), json: () => Promise.resolve({}) })) as unknown as typeof fetch;
      return requestJson('/x').then(() => false, (error: unknown) => error instanceof NoAnswer && error instanceof PortalAnswer);
    };
    expect([await kindOf(200, 'text/html; charset=utf-8'), await kindOf(0, '', 'opaqueredirect'), await kindOf(511, 'text/html')]).toEqual([true, true, true]);
    expect([await kindOf(502, 'text/html'), await kindOf(404, 'text/html'), await kindOf(200, 'text/plain'), await kindOf(200, 'application/json')]).toEqual([false, false, false, false]);
  });

  it('tells a refusal by its code, never by its status alone', async () => {
    answer(401, 'application/json', { ok: false, code: 'code.wrong', path: 'code' });
    await expect(requestJson('/x')).rejects.toMatchObject({ code: 'code.wrong', path: 'code', status: 401 });
    await expect(requestJson('/x')).rejects.toBeInstanceOf(RefusedRequest);
    answer(404, 'application/json', { message: 'Not Found' });
    await expect(requestJson('/x')).rejects.toBeInstanceOf(NoAnswer);
  });
});

describe('small things of the link', () => {
  it('waits with full jitter between nothing and a growing ceiling of 15 s', () => {
    expect(backoffMs(0, () => 0)).toBe(0);
    expect([0, 1, 2, 3, 20].map((attempt) => backoffMs(attempt, () => 1))).toEqual([300, 600, 1_200, 2_400, 15_000]);
  });

  it('takes the quickest of the last five answers for the server clock', () => {
    const clock = new ServerClock();
    expect(clock.offsetMs()).toBe(0);
    /** Asked at 0 of a device that is 1,000 ms behind: the answer is made after `up` and read `down` later. */
    const look = (up: number, down: number): void => clock.observe(1_000 + up, 0, up + down);
    look(500, 50);
    expect(clock.offsetMs()).toBe(1_225);
    look(40, 20);
    expect(clock.offsetMs()).toBe(1_010);
    for (let i = 0; i < 4; i += 1) look(300, 200);
    expect(clock.offsetMs()).toBe(1_010);
    look(300, 200);
    expect(clock.offsetMs()).toBe(1_050);
  });

  it('forgets what it saw when the device’s clock is set, forwards or back', () => {
    const clock = new ServerClock();
    clock.observe(1_000, 0, 10);
    clock.observe(1_500, 3_600_000, 3_600_400);
    expect(clock.offsetMs()).toBe(1_500 - 3_600_200);
    clock.observe(2_000, 3_600_500, 500);
    expect(clock.offsetMs()).toBe(1_500 - 3_600_200);
    clock.observe(2_100, 600, 620);
    expect(clock.offsetMs()).toBe(2_100 - 610);
  });

  it('makes version 4 ids without randomUUID', () => {
    const ids = Array.from({ length: 50 }, newId);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(50);
  });
});
