import type { Actor } from '../commands/actor.js';

/** Which paired screen stands behind a screen's cookie; implemented by projector. */
export abstract class ScreenSessions {
  /** `anonymous` unless this screen is paired with this space. */
  abstract resolveScreen(token: string | undefined, space: string): Promise<Actor>;
}
