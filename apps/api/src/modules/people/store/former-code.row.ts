import { Column, Entity, PrimaryColumn } from 'typeorm';
import { derivedId } from '../../../platform/ids/derived-id.js';

/** A code that another one replaced. Its id follows from the code's hash, so that who still holds it can be told; the hash itself is not kept. */
@Entity({ name: 'former_code', schema: 'people' })
export class FormerCodeRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'former_code_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('uuid', { name: 'seat_id' }) seatId: string;
}

export const formerCodeId = (space: string, authKeyHash: string): string => derivedId('former-code', space, authKeyHash);
