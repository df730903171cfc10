import { describe, expect, it } from '@jest/globals';
import { closeDialogue } from './close-dialogue.js';

describe('closeDialogue', () => {
  it('lets it close over closed panels and those that never began', () => {
    expect(closeDialogue([{ number: 1, phase: 'closed' }, { number: 2, phase: 'scheduled' }], false)).toBeNull();
  });

  it('names the panels that are open, and waits for a vote over the dialogue', () => {
    expect(closeDialogue([{ number: 2, phase: 'ranking' }, { number: 1, phase: 'open' }], false)).toEqual({ code: 'dialogue.panels-open', details: { panels: [1, 2], hasOpenVote: false } });
    expect(closeDialogue([], true)).toMatchObject({ code: 'dialogue.panels-open', details: { hasOpenVote: true } });
  });
});
