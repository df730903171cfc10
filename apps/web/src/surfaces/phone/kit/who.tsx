import { createContext, useContext } from 'react';
import type { DialogueDoor } from './door.js';

/** Who is on this phone, and where. */
export interface Who {
  door: DialogueDoor;
  seatId: string;
  /** Path of a screen of this dialogue. */
  path: (screen?: string, id?: string) => string;
  /** Key of a draft of this seat. */
  draftKey: (name: string) => string;
}

const Context = createContext<Who | null>(null);
export const WhoProvider = Context.Provider;

export function useWho(): Who {
  const who = useContext(Context);
  if (who === null) throw new Error('no WhoProvider above this component');
  return who;
}

export function whoOf(door: DialogueDoor, seatId: string): Who {
  return {
    door, seatId,
    path: (screen, id) => ['', 'd', door.slug, ...(screen === undefined ? [] : [screen]), ...(id === undefined ? [] : [id])].join('/'),
    draftKey: (name) => `${door.id}/${seatId}/${name}`,
  };
}
