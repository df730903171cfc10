import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync, zlibSync } from 'fflate';
import { inflate, readContainer } from './container.js';

/** The central directory names a file of the same length otherwise. */
function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  const text = Array.from(zip, (byte) => String.fromCharCode(byte)).join('');
  return strToU8(text.replaceAll(from, to), true);
}

describe('containers that are traps', () => {
  it('two files of one name, or one that hides behind a name', () => {
    expect(() => readContainer(renamed(zipSync({ 'a.txt': strToU8('1'), 'b.txt': strToU8('2') }), 'b.txt', 'a.txt'))).toThrow('two files named a.txt');
    expect(() => readContainer(renamed(zipSync({ '123456789': strToU8('1') }), '123456789', '__proto__'))).toThrow('no program can name');
    expect(Object.keys(readContainer(renamed(zipSync({ 'folder.': strToU8('hidden') }), 'folder.', 'folder/')))).toEqual(['folder/']);
  });

  it('more than is said may be unpacked, in a container and in a stream', () => {
    const zeros = new Uint8Array(100_000);
    expect(() => readContainer(zipSync({ a: zeros, b: zeros }), { bytes: 150_000, files: 9 })).toThrow('unpacks to more');
    expect(() => readContainer(zipSync({ a: zeros, b: zeros }), { bytes: 1_000_000, files: 1 })).toThrow('more than 1 files');
    expect(inflate(zlibSync(strToU8('word '.repeat(50_000))))).toEqual(strToU8('word '.repeat(50_000)));
    expect(() => inflate(zlibSync(new Uint8Array(17 * 1024 * 1024), { level: 1 }))).toThrow('unpacks to more than 16 MB');
    expect(() => inflate(strToU8('no stream'))).toThrow('invalid zlib data');
  });
});
