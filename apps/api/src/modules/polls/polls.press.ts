import { Injectable } from '@nestjs/common';
import type { DialoguePhase, PanelPhase, PanelSetup, PollBody, PollState } from '@tegerek/contracts';
import type { QueryRunner } from 'typeorm';
import { run } from '../../platform/db/statement.js';
import type { OpenTarget, PressTarget } from '../../platform/presses/press-target.js';
import { pressingSeats } from '../people/index.js';
import { choiceFits } from './domain/choice-fits.js';

interface Held {
  state: PollState | 'deleted';
  body: PollBody;
  phase: PanelPhase;
  setup: PanelSetup;
  dialoguePhase: DialoguePhase;
}

/** Answers of the count lane: any seat of a group, while the poll is open. A draft does not exist for the room. */
@Injectable()
export class AnswerTarget implements PressTarget {
  readonly name = 'poll.answer';

  async open(runner: QueryRunner, space: string, object: string, seatIds: readonly string[]): Promise<OpenTarget | undefined> {
    const held = run<Held>(runner,
      `SELECT q.state, q.setup->'body' AS body, p.phase, p.setup, d.phase AS "dialoguePhase" FROM polls.poll q JOIN panels.panel p ON p.id = q.panel_id JOIN dialogues.dialogue d ON d.id = q.space
       WHERE q.id = $1 AND q.space = $2 FOR SHARE OF q`, [object, space]);
    const [[poll], entitled] = await Promise.all([held, pressingSeats(runner, space, seatIds)]);
    if (!poll || (poll.state !== 'open' && poll.state !== 'closed')) return undefined;
    const { phase, setup, dialoguePhase } = poll;
    return {
      facts: { dialoguePhase, panel: { phase, moderators: setup.moderators, rapporteurs: setup.rapporteurs } },
      isOpen: poll.state === 'open',
      entitled,
      isValid: (choice) => choiceFits(poll.body, choice),
      weight: () => 1,
    };
  }
}
