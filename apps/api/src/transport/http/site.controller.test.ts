import { describe, expect, it } from '@jest/globals';
import { addressFor } from './site.controller.js';

const request = (host: string | undefined, headers: Record<string, string> = {}) => ({ headers: { ...(host === undefined ? {} : { host }), ...headers }, secure: false, socket: { localPort: 3000 } }) as unknown as Parameters<typeof addressFor>[0];
const lan = { publicUrl: undefined, host: '127.0.0.1' };

describe('the address that QR codes lead to', () => {
  it.each([
    [{ publicUrl: 'https://dialogue.example', host: '0.0.0.0' }, 'localhost:3000', {}, 'https://dialogue.example'],
    [{ publicUrl: 'https://dialogue.example', host: '0.0.0.0' }, '192.168.1.5:3000', {}, 'https://dialogue.example'],
    [lan, '192.168.1.5:3000', {}, 'http://192.168.1.5:3000'],
    [lan, 'hall.example', { 'x-forwarded-proto': 'https' }, 'https://hall.example'],
    [lan, '127.0.0.1:4444', {}, 'http://127.0.0.1:3000'],
    [lan, undefined, {}, 'http://127.0.0.1:3000'],
  ])('%j, asked at %s %j: %s', (config, host, headers, address) => {
    expect(addressFor(request(host, headers as Record<string, string>), config)).toBe(address);
  });

  it.each(['localhost', 'localhost:3000', '[::1]:3000', '127.0.0.1'])('never %s where the machine has another', (host) => {
    expect(addressFor(request(host), { publicUrl: undefined, host: '0.0.0.0' })).toMatch(/^http:\/\/\d+\.\d+\.\d+\.\d+:3000$/u);
  });
});
