import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** What one seat pressed on one object (a vote, a question): replaceable while the object is open. Written by platform/presses. */
@Entity({ name: 'press', schema: 'ballots' })
@Index('press_seat', ['seatId'])
export class PressRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'press_pk' }) object: string;
  @PrimaryColumn('uuid', { name: 'seat_id', primaryKeyConstraintName: 'press_pk' }) seatId: string;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId: string | null;
  @Column('integer') rev: number;
  /** JCS. */
  @Column('text') choice: string;
  @Column('text') hash: string;
}

/** How many seats of a group have pressed on an object. */
@Entity({ name: 'count', schema: 'ballots' })
export class CountRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'count_pk' }) object: string;
  @PrimaryColumn('uuid', { name: 'group_id', primaryKeyConstraintName: 'count_pk' }) groupId: string;
  @Column('integer') n: number;
  @Column('bigint') version: number;
}

/** The electorate of a vote, frozen at its opening, with the number that stands for the seat in the published list. */
@Entity({ name: 'elector', schema: 'ballots' })
@Unique('elector_number', ['voteId', 'number'])
@Index('elector_seat', ['seatId'])
export class ElectorRow {
  @PrimaryColumn('uuid', { name: 'vote_id', primaryKeyConstraintName: 'elector_pk' }) voteId: string;
  @PrimaryColumn('uuid', { name: 'seat_id', primaryKeyConstraintName: 'elector_pk' }) seatId: string;
  @Column('uuid', { name: 'group_id' }) groupId: string;
  @Column('integer') number: number;
  /** Votes on paper or by hand: a press of this seat is refused. */
  @Column('boolean', { name: 'on_paper', default: false }) onPaper: boolean;
}
