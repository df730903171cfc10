import type { AgendaHead } from '@tegerek/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A consent agenda: its items in order, and what was pulled out of it. Its votes name it as their box. */
@Entity({ name: 'agenda', schema: 'votes' })
@Index('agenda_panel', ['space', 'panelId'])
export class AgendaRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agenda_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('uuid', { name: 'panel_id' }) panelId: string;
  @Column('text') state: AgendaHead['state'];
  @Column('jsonb') items: AgendaHead['items'];
}
