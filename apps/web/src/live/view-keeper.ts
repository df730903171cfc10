import type { LiveStore } from './state.js';
import { viewStorage, type ViewStorage } from './view-storage.js';

const QUIET_MS = 1_000;

/** Shows the last view of a space until the first snapshot comes, and keeps the newest one. */
export class ViewKeeper {
  private readonly storage: ViewStorage;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private leave: (() => void) | undefined;

  constructor(private readonly store: LiveStore, storage?: ViewStorage) {
    const { space, actor } = store.get();
    this.storage = storage ?? viewStorage(`${space}/${actor ?? ''}`);
  }

  start(): void {
    void this.show();
    this.leave = this.store.subscribe(() => { if (this.store.get().seq > 0) this.timer ??= setTimeout(() => { this.keep(); }, QUIET_MS); });
    addEventListener('pagehide', this.keep);
  }

  stop(): void {
    this.leave?.();
    removeEventListener('pagehide', this.keep);
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Nobody is signed in here any more: what was seen goes. */
  forget(): void {
    this.stop();
    void this.storage.forget();
  }

  private async show(): Promise<void> {
    const view = await this.storage.load();
    // `me` of a former log must not stand before what the server says now
    if (view !== undefined && this.store.get().core === null) this.store.set({ ...view, me: view.me === null ? null : { ...view.me, seq: 0 } });
  }

  private readonly keep = (): void => {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { core, panels, me, audience, seq } = this.store.get();
    if (seq > 0 && core !== null) void this.storage.save({ core, panels, me, audience });
  };
}
