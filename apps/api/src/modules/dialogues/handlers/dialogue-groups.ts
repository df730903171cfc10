import { Injectable } from '@nestjs/common';
import type { Work } from '../../../platform/commands/work.js';
import { DeclaredGroups } from '../../people/index.js';
import { findDialogue } from '../store/dialogues.store.js';

@Injectable()
export class DialogueGroups extends DeclaredGroups {
  async ids(work: Work): Promise<readonly string[]> {
    return (await findDialogue(work))?.groups.map((group) => group.id) ?? [];
  }
}
