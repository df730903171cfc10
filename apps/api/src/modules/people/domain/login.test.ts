import { describe, expect, it } from '@jest/globals';
import { checkPassword, normalLogin } from './login.js';

describe('login', () => {
  it('ignores case and outer spaces', () => {
    expect(normalLogin('  Айгуль@Example.org ')).toBe('айгуль@example.org');
  });

  it('asks for ten characters, not bytes', () => {
    expect(checkPassword('парольпар')).toMatchObject({ code: 'password.too-short', path: 'password' });
    expect(checkPassword('парольпаро')).toBeNull();
  });
});
