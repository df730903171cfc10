import type { DecisionRule, DialoguePhase, DialogueSetup, Group } from '@tegerek/contracts';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity({ name: 'dialogue', schema: 'dialogues' })
@Unique('dialogue_slug', ['slug'])
export class DialogueRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dialogue_pk' }) id: string;
  /** Equal to `id`: the dialogue is its own space. */
  @Column('uuid') space: string;
  @Column('text') slug: string;
  @Column('text') phase: DialoguePhase;
  @Column('boolean') demo: boolean;
  @Column('boolean') rehearsal: boolean;
  @Column('jsonb') setup: DialogueSetup;
  @Column('jsonb') groups: Group[];
  @Column('jsonb') rule: DecisionRule;
}
