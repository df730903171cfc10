// Started by the server for the organizer's desk (apps/api/src/modules/rehearsals): a process of its own, so that nothing here can take the
// server down. It is told what to rehearse by one message, asks for the creation of the dialogue by another, and does all else over sockets.
import type { RehearsalLink, RehearsalRequest, RehearsalStep, RehearsedProgramme, PayloadInput } from '@tegerek/contracts';
import type { Cast } from './cast.js';
import { rehearse } from './rehearse.js';

/** From the server. */
export type ToRehearsal = ({ kind: 'start'; url: string; programme: RehearsedProgramme } & RehearsalRequest) | { kind: 'created'; code: string | null };
/** To the server. */
export type FromRehearsal =
  | { kind: 'create'; payload: PayloadInput<'dialogue.create'> } | { kind: 'ready'; links: RehearsalLink[] } | { kind: 'step'; step: RehearsalStep } | { kind: 'end'; faults: string[] };

const PACES = { life: 1, quick: 10, full: Infinity } as const;
const PROPOSALS = 5;

const tell = (message: FromRehearsal): void => { process.send?.(message); };

const next = <K extends ToRehearsal['kind']>(kind: K): Promise<Extract<ToRehearsal, { kind: K }>> => new Promise((done) => {
  const take = (message: ToRehearsal): void => {
    if (message.kind !== kind) return;
    process.off('message', take);
    done(message as Extract<ToRehearsal, { kind: K }>);
  };
  process.on('message', take);
});

function linksOf({ slug, organizer, moderators, rapporteurs, participants, panels }: Cast): RehearsalLink[] {
  const link = (role: RehearsalLink['role'], panel: number, code: string | null): RehearsalLink[] => (code === null ? [] : [{ role, panel, path: `/j/${slug}#${code}` }]);
  return [
    ...link('organizer', 0, organizer.code), ...panels.flatMap(({ number }, i) => [...link('moderator', number, moderators[i]?.code ?? null), ...link('rapporteur', number, rapporteurs[i]?.code ?? null)]),
    ...participants.flatMap(({ code }) => link('participant', 0, code)),
  ];
}

// the server went away: nobody watches, and its sockets are gone with it
process.on('disconnect', () => process.exit(0));
const { url, programme, people, seed, pace } = await next('start');
const { faults } = await rehearse(
  {
    url,
    create: async (payload) => {
      const answer = next('created');
      tell({ kind: 'create', payload });
      const { code } = await answer;
      if (code !== null) throw new Error(`the dialogue was refused: ${code}`);
    },
  },
  { programme, people, seed, pace: PACES[pace], proposals: PROPOSALS, report: (step) => tell({ kind: 'step', step }), onReady: (cast) => tell({ kind: 'ready', links: linksOf(cast) }) },
);
process.send?.({ kind: 'end', faults } satisfies FromRehearsal, () => process.disconnect());
