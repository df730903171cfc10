import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Who signs in with a password: administrators and organizers. Rows of the `instance` space. */
@Entity({ name: 'account', schema: 'people' })
@Unique('account_login', ['login'])
export class AccountRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('text') name: string;
  /** Lower case. */
  @Column('text') login: string;
  /** argon2id, PHC string. */
  @Column('text', { name: 'password_hash' }) passwordHash: string;
  @Column('boolean') administrator: boolean;
  @Column('bigint', { name: 'created_at' }) createdAt: number;
}

/** The seat as which an account acts in a dialogue; `id` is the seat's. */
@Entity({ name: 'account_seat', schema: 'people' })
@Unique('account_seat_one', ['accountId', 'space'])
export class AccountSeatRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_seat_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
}

/** A one-time link that makes an account. The server keeps the hash of its token. */
@Entity({ name: 'invitation', schema: 'people' })
@Unique('invitation_token', ['tokenHash'])
export class InvitationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitation_pk' }) id: string;
  @Column('uuid') space: string;
  /** SHA-256 of the token's text, hex. */
  @Column('text', { name: 'token_hash' }) tokenHash: string;
  /** The account becomes an administrator. */
  @Column('boolean') administrator: boolean;
  @Column('uuid', { name: 'used_by', nullable: true }) usedBy: string | null;
}
