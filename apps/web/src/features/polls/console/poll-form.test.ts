import { describe, expect, it } from '@jest/globals';
import type { PollSetup } from '@tegerek/contracts/wire';
import { faultOf, formOf, newForm, setupOf } from './poll-form.js';

const written = { ...newForm(), question: { ru: ' Что важнее? ', ky: '' } };
const options = [{ id: 'a', title: { ru: 'Вода' } }, { id: 'b', title: { ky: 'Жол' } }, { id: 'c', title: { ru: '  ' } }];

describe('the form of a poll', () => {
  it('says what is missing, one thing at a time', () => {
    expect(faultOf(newForm())).toBe('question');
    expect(faultOf(written)).toBe('options');
    expect(faultOf({ ...written, options })).toBeNull();
    expect(faultOf({ ...written, kind: 'text' })).toBeNull();
    expect(faultOf({ ...written, kind: 'text', question: { ru: 'я'.repeat(301) } })).toBe('length');
  });

  it('leaves out empty options and languages, and never asks for more choices than there are', () => {
    expect(setupOf({ ...written, kind: 'multiple', options, most: 5 })).toMatchObject({ question: { ru: 'Что важнее?' }, body: { kind: 'multiple', most: 2, options: [{ id: 'a', title: { ru: 'Вода' } }, { id: 'b', title: { ky: 'Жол' } }] } });
  });

  it('gives a temperature check a minute', () => {
    expect(setupOf({ ...written, kind: 'temperature' })).toMatchObject({ body: { kind: 'temperature' }, durationMs: 60_000 });
  });

  it.each<PollSetup['body']>([{ kind: 'single', options: options.slice(0, 2) }, { kind: 'multiple', options: options.slice(0, 2), most: 2 }, { kind: 'scale', steps: 7, low: { ru: 'плохо' }, high: {} }, { kind: 'ranking', options: options.slice(0, 2) }, { kind: 'text' }])('what was saved comes back as it was: %j', (body) => {
    const setup: PollSetup = { question: { ru: 'Вопрос?' }, body, named: true, durationMs: 30_000, showAtClose: true };
    expect(setupOf(formOf(setup))).toEqual(setup);
  });
});
