import type { RegistrationView, Snapshot } from '@tegerek/contracts/wire';
import { withCore, type Reducers } from './reducer.js';

/** Before anything was set nobody registers, so nothing is there to be changed. */
const withRegistration = (snapshot: Snapshot, change: (now: RegistrationView) => Partial<RegistrationView>): Snapshot => {
  const { registration } = snapshot.core;
  return registration === null ? snapshot : withCore(snapshot, { registration: { ...registration, ...change(registration) } });
};

export const registrationReducers: Reducers<'registration.set' | 'seat.registered' | 'applicant.received' | 'applicant.approved' | 'applicant.declined'> = {
  'registration.set': (snapshot, { approval, codes }) => {
    const before = snapshot.core.registration;
    const usedOf = (code: string) => before?.codes.find((each) => each.code === code)?.used ?? 0;
    return withCore(snapshot, { registration: { approval, codes: codes.map((code) => ({ ...code, used: usedOf(code.code) })), waiting: before?.waiting ?? 0 } });
  },
  'seat.registered': (snapshot, { groupId, used }) => withRegistration(snapshot, ({ codes }) => ({ codes: codes.map((code) => (code.groupId === groupId ? { ...code, used } : code)) })),
  'applicant.received': (snapshot, { waiting }) => withRegistration(snapshot, () => ({ waiting })),
  'applicant.approved': (snapshot, { waiting }) => withRegistration(snapshot, () => ({ waiting })),
  'applicant.declined': (snapshot, { waiting }) => withRegistration(snapshot, () => ({ waiting })),
};
