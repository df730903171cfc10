import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { countCharacters, TextArea, TextField } from './text-field.js';
import { renderIn } from './testing.js';

afterEach(cleanup);

describe('fields', () => {
  it('are read with their refusal and hint', () => {
    renderIn('ru', <TextField label="Код" value="K7M" onChange={() => undefined} hint="Шесть знаков" refusal="Не хватает трёх знаков." />);
    const input = screen.getByLabelText('Код');
    const described = (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);
    expect(described).toEqual(['Шесть знаков', 'Не хватает трёх знаков.']);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toBe('Не хватает трёх знаков.');
  });

  it('carry no trace of a refusal when there is none', () => {
    renderIn('ru', <TextField label="Код" value="" onChange={() => undefined} />);
    const input = screen.getByLabelText('Код');
    expect([input.getAttribute('aria-describedby'), input.getAttribute('aria-invalid'), screen.queryByRole('alert')]).toEqual([null, null, null]);
  });

  it('count characters as code points and say how many are too many', () => {
    expect(countCharacters('ң👍🏽')).toBe(3);
    const { container } = renderIn('ru', <TextArea label="Вопрос" value="абвгд" onChange={() => undefined} limit={3} />);
    expect(container.querySelector('.count')?.textContent).toBe('лишние 2 знака');
  });
});
