import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A request for the floor. */
@Entity({ name: 'hand', schema: 'speakers' })
@Index('hand_up', { synchronize: false })
export class HandRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hand_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('uuid', { name: 'panel_id' }) panelId: string;
  @Column('uuid', { name: 'seat_id' }) seatId: string;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId: string | null;
  @Column('text') kind: 'contribution' | 'reply' | 'order';
  @Column('boolean', { name: 'is_up' }) isUp: boolean;
}

/** A seat's one place in a panel's queue; the id is derived from both. */
@Entity({ name: 'place', schema: 'speakers' })
export class PlaceRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'place_pk' }) id: string;
  @Column('uuid') space: string;
  /** The hand that is up. */
  @Column('uuid', { name: 'hand_id', nullable: true }) handId: string | null;
}

/** Who has the floor of a panel: at most one. `id` is the panel's. */
@Entity({ name: 'floor', schema: 'speakers' })
export class FloorRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'floor_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('uuid', { name: 'turn_id', nullable: true }) turnId: string | null;
}

/** One person's speaking. Instants in ms since 1970. */
@Entity({ name: 'turn', schema: 'speakers' })
@Index('turn_seat', ['space', 'seatId'])
export class TurnRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'turn_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('uuid', { name: 'panel_id' }) panelId: string;
  @Column('uuid', { name: 'seat_id' }) seatId: string;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId: string | null;
  @Column('uuid', { name: 'hand_id', nullable: true }) handId: string | null;
  @Column('bigint', { name: 'started_at' }) startedAt: number;
  @Column('integer', { name: 'limit_ms' }) limitMs: number;
  /** Since when the clock stands; `null`: it runs, or the turn has ended. */
  @Column('bigint', { name: 'paused_at', nullable: true }) pausedAt: number | null;
  /** Earlier pauses together. */
  @Column('integer', { name: 'paused_ms' }) pausedMs: number;
  @Column('bigint', { name: 'ended_at', nullable: true }) endedAt: number | null;
}
