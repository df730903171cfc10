import type { PanelPhase, PanelSetup } from '@tegerek/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'panel', schema: 'panels' })
export class PanelRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'panel_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('integer') number: number;
  @Column('text') phase: PanelPhase;
  @Column('integer') rev: number;
  @Column('jsonb') setup: PanelSetup;
  /** The turn that runs. */
  @Column('uuid', { name: 'turn_id', nullable: true }) turnId: string | null;
}
