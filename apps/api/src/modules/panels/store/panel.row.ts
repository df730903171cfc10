import type { PanelPhase, PanelSetup } from '@tegerek/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ name: 'panel', schema: 'panels' })
@Index('panel_space', ['space'])
export class PanelRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'panel_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('integer') number: number;
  @Column('text') phase: PanelPhase;
  /** Counts the moves of the phase. */
  @Column('integer') rev: number;
  @Column('jsonb') setup: PanelSetup;
}

/** A paragraph of a panel's minutes. */
@Entity({ name: 'minutes', schema: 'panels' })
@Index('minutes_panel', ['panelId'])
export class MinutesRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'minutes_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('uuid', { name: 'panel_id' }) panelId: string;
  @Column('text') text: string;
  /** ms since 1970. */
  @Column('bigint') at: number;
  @Column('integer') rev: number;
}

/** Who leads a panel from the console; the id is the panel's. */
@Entity({ name: 'console', schema: 'panels' })
export class ConsoleRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'console_pk' }) id: string;
  @Column('uuid') space: string;
  /** A seat; `null`: nobody. */
  @Column('uuid', { nullable: true }) holder: string | null;
}
