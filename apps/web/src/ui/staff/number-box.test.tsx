import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { renderIn } from '../testing.js';
import { NumberBox } from './number-box.js';

afterEach(cleanup);

const REFUSAL = { ru: 'Нужно целое число от 1 до 99.', ky: '1–99 аралыгындагы бүтүн сан керек.', en: 'A whole number from 1 to 99 is needed.' };

function Held({ reverts = false }: { reverts?: boolean }) {
  const [value, setValue] = useState<number | undefined>(7);
  return <><output>{String(value)}</output><NumberBox label="n" value={value} least={1} most={99} reverts={reverts} onChange={setValue} {...(reverts ? {} : { onEmpty: () => setValue(undefined) })} /></>;
}

/** What the box's owner holds. */
const held = () => screen.getByRole('status').textContent;
const box = () => screen.getByLabelText<HTMLInputElement>('n');
const type = (text: string) => fireEvent.change(box(), { target: { value: text } });

describe('a box for a number', () => {
  it.each(['ru', 'ky', 'en'] as const)('in %s refuses what is no such number beside it, keeps what was typed, and holds no number until it is mended', (locale) => {
    renderIn(locale, <Held />);
    for (const wrong of ['3,5', '12x', '0', '100', '-1', '1e1']) {
      type(wrong);
      expect([box().value, held(), screen.getByRole('alert').textContent, box().getAttribute('aria-invalid')]).toEqual([wrong, 'NaN', REFUSAL[locale], 'true']);
      fireEvent.blur(box());
      expect(box().value).toBe(wrong);
    }
    type('12');
    expect([box().value, held(), screen.queryByRole('alert')]).toEqual(['12', '12', null]);
    type('');
    expect([box().value, held(), screen.queryByRole('alert')]).toEqual(['', 'undefined', null]);
  });

  it('of a rule gives way to the last right number when it is left: what is seen is what holds', () => {
    renderIn('en', <Held reverts />);
    for (const wrong of ['', 'x', '0']) {
      type(wrong);
      expect([box().value, held(), screen.getByRole('alert').textContent]).toEqual([wrong, '7', REFUSAL.en]);
      fireEvent.blur(box());
      expect([box().value, screen.queryByRole('alert')]).toEqual(['7', null]);
    }
    type('8');
    expect([box().value, held()]).toEqual(['8', '8']);
  });
});
