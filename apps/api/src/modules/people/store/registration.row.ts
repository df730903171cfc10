import type { Lang, OpenCode } from '@tegerek/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How people may register themselves in a dialogue; `id` is the dialogue's. */
@Entity({ name: 'registration', schema: 'people' })
export class RegistrationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registration_pk' }) id: string;
  @Column('uuid') space: string;
  /** Groups that may be asked for with approval. */
  @Column('uuid', { array: true }) approval: string[];
  /** `used`: seats made by the code. */
  @Column('jsonb') codes: (OpenCode & { used: number })[];
}

/** Who asked for a seat; `id` becomes the seat's. What was told of the person stands here until the organizer's word, then in the seat alone. */
@Entity({ name: 'applicant', schema: 'people' })
@Index('applicant_of', ['space', 'status', 'appliedAt'])
export class ApplicantRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'applicant_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('uuid', { name: 'group_id' }) groupId: string;
  @Column('text') status: 'waiting' | 'approved' | 'declined';
  /** `null` once approved. */
  @Column('text', { nullable: true }) name: string | null;
  @Column('text') organisation: string;
  @Column('text') language: Lang;
  @Column('text', { name: 'auth_key_hash', nullable: true }) authKeyHash: string | null;
  @Column('jsonb') consents: Record<string, boolean>;
  /** Why it was declined. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('bigint', { name: 'applied_at' }) appliedAt: number;
}
