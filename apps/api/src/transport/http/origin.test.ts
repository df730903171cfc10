import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { isOwnOrigin } from './origin.js';

const request = (headers: Record<string, string>) => ({ headers: { host: '192.168.1.5:3000', ...headers } }) as unknown as IncomingMessage;

describe('origin (LIVE-1)', () => {
  it.each([
    [{}, true],
    [{ origin: 'http://192.168.1.5:3000' }, true],
    [{ origin: 'https://dialog.example' }, true],
    [{ origin: 'http://192.168.1.5' }, false],
    [{ origin: 'http://192.168.1.5:3000.evil.example' }, false],
    [{ origin: 'https://evil.example' }, false],
    [{ origin: 'null' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-origin' }, true],
  ])('%j → %s', (headers, isOwn) => {
    expect(isOwnOrigin(request(headers as Record<string, string>), 'https://dialog.example')).toBe(isOwn);
  });
});
