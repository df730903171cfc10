import { useEffect } from 'react';
import { useI18n } from '../i18n/provider.js';
import { useCore } from '../live/index.js';

/** Shows times in the dialogue's zone as soon as it is known: a phone's own clock may stand in another. */
export function useDialogueZone(): void {
  const { setTimeZone } = useI18n();
  const zone = useCore()?.setup?.timeZone;
  useEffect(() => { if (zone !== undefined) setTimeZone(zone); }, [zone, setTimeZone]);
}
