import { Injectable } from '@nestjs/common';
import type { DialoguePhase, PanelPhase, PanelSetup, QuestionStatus } from '@tegerek/contracts';
import type { QueryRunner } from 'typeorm';
import { run } from '../../platform/db/statement.js';
import type { OpenTarget, PressTarget } from '../../platform/presses/press-target.js';
import { pressingSeats } from '../people/index.js';

interface Held {
  status: QuestionStatus;
  phase: PanelPhase;
  setup: PanelSetup;
  dialoguePhase: DialoguePhase;
}

/** Supports of the count lane: any seat of a group, while the question is public. One that still waits does not exist for the room. */
@Injectable()
export class SupportTarget implements PressTarget {
  readonly name = 'question.support';

  async open(runner: QueryRunner, space: string, object: string, seatIds: readonly string[]): Promise<OpenTarget | undefined> {
    const held = run<Held>(runner,
      `SELECT q.status, p.phase, p.setup, d.phase AS "dialoguePhase" FROM questions.question q JOIN panels.panel p ON p.id = q.panel_id JOIN dialogues.dialogue d ON d.id = q.space
       WHERE q.id = $1 AND q.space = $2 FOR SHARE OF q`, [object, space]);
    const [[question], entitled] = await Promise.all([held, pressingSeats(runner, space, seatIds)]);
    if (!question || question.status === 'waiting' || question.status === 'declined') return undefined;
    const { phase, setup, dialoguePhase } = question;
    return {
      facts: { dialoguePhase, panel: { phase, moderators: setup.moderators, rapporteurs: setup.rapporteurs } },
      isOpen: question.status === 'public',
      entitled,
      isValid: (choice) => typeof choice === 'boolean',
      weight: (choice) => (choice === true ? 1 : 0),
    };
  }
}
