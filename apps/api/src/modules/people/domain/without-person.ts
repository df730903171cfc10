interface Person {
  name: string | null;
  organisation: string;
  position: string;
  region: string;
  authKeyHash: string | null;
  revokedReason: string | null;
  consents: Record<string, boolean>;
}

/** A seat of which nothing says any more whose it was. Group, roles and presence stay: results rest on them. */
export const withoutPerson = <S extends Person>(seat: S): S =>
  ({ ...seat, name: null, organisation: '', position: '', region: '', authKeyHash: null, revokedReason: seat.revokedReason === null ? null : '', consents: {} });
