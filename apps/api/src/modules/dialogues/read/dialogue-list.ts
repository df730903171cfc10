import { Injectable } from '@nestjs/common';
import type { DialoguePhase, Group, Lang, Text } from '@tegerek/contracts';
import { DataSource } from 'typeorm';
import { DialogueTitles } from '../../../platform/sessions/sessions.js';

export interface ListedDialogue {
  id: string;
  slug: string;
  title: Text;
  date: string;
  phase: DialoguePhase;
  demo: boolean;
  rehearsal: boolean;
}

/** What the join page needs before anybody has signed in. */
export interface DialogueDoor extends ListedDialogue {
  languages: Lang[];
}

const LISTED = `id, slug, setup->'title' AS title, setup->>'date' AS date, phase, demo, rehearsal`;

@Injectable()
export class DialogueList extends DialogueTitles {
  constructor(private readonly db: DataSource) {
    super();
  }

  /** Newest first; drafts only of those dialogues that are named. */
  async list(ownIds: readonly string[]): Promise<ListedDialogue[]> {
    return this.db.query(`SELECT ${LISTED} FROM dialogues.dialogue WHERE (phase <> 'draft' AND NOT rehearsal) OR id = ANY($1::uuid[]) ORDER BY setup->>'date' DESC, slug`, [ownIds]);
  }

  async bySlug(slug: string): Promise<DialogueDoor | undefined> {
    const rows: DialogueDoor[] = await this.db.query(`SELECT ${LISTED}, setup->'languages' AS languages FROM dialogues.dialogue WHERE slug = $1`, [slug]);
    return rows[0];
  }

  async about(dialogueId: string): Promise<{ title: Text; date: string; phase: DialoguePhase; groups: Group[]; privacyNotice: Text } | undefined> {
    const rows: { title: Text; date: string; phase: DialoguePhase; groups: Group[]; privacyNotice: Text }[] = await this.db.query(
      `SELECT setup->'title' AS title, setup->>'date' AS date, phase, groups, setup->'privacyNotice' AS "privacyNotice" FROM dialogues.dialogue WHERE id = $1`, [dialogueId],
    );
    return rows[0];
  }

  async of(dialogueIds: readonly string[]): Promise<Map<string, { slug: string; title: Text }>> {
    const rows: { id: string; slug: string; title: Text }[] = await this.db.query(`SELECT id, slug, setup->'title' AS title FROM dialogues.dialogue WHERE id = ANY($1::uuid[])`, [dialogueIds]);
    return new Map(rows.map(({ id, slug, title }) => [id, { slug, title }]));
  }
}
