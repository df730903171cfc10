import { Injectable } from '@nestjs/common';
import type { ResolutionDocument } from '@tegerek/replica';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Folds } from '../../platform/slices/folds.js';
import { Directory } from '../people/index.js';
import { PUBLIC_CSS } from './page/public-css.js';
import type { PublicView } from './page/view.js';

/** How long a view stands without a look at the database: a crowd at the page costs one reading a second. */
const FRESH_MS = 1_000;
const MOST = 200;

interface Held {
  view: PublicView | undefined;
  readAt: number;
}

/** Public views by slug, read from the public fold at most once a second each, and their renderings. */
@Injectable()
export class PublicViews {
  readonly #held = new Map<string, Held>();
  readonly #reading = new Map<string, Promise<PublicView | undefined>>();
  readonly #rendered = new WeakMap<PublicView, Map<string, string>>();

  constructor(private readonly database: DataSource, private readonly folds: Folds, private readonly directory: Directory, private readonly clock: Clock) {}

  /** `undefined`: no such dialogue, or a draft. Readers that come together share one reading. */
  async of(slug: string): Promise<PublicView | undefined> {
    if (!/^[a-z0-9-]{1,40}$/u.test(slug)) return undefined;
    const held = this.#held.get(slug);
    if (held && this.clock.now() - held.readAt < FRESH_MS) return held.view;
    let reading = this.#reading.get(slug);
    if (!reading) {
      reading = this.#read(slug).finally(() => this.#reading.delete(slug));
      this.#reading.set(slug, reading);
    }
    return reading;
  }

  /** A rendering of a view, made once. */
  remember(view: PublicView, key: string, render: () => string): string {
    let rendered = this.#rendered.get(view);
    if (!rendered) this.#rendered.set(view, (rendered = new Map<string, string>()));
    const known = rendered.get(key) ?? render();
    rendered.set(key, known);
    return known;
  }

  async #read(slug: string): Promise<PublicView | undefined> {
    const [row]: { id: string }[] = await this.database.query(`SELECT id FROM dialogues.dialogue WHERE slug = $1 AND phase <> 'draft'`, [slug]);
    const view = row && (await this.#view(slug, row.id));
    if (this.#held.size >= MOST) this.#held.clear();
    this.#held.set(slug, { view, readAt: this.clock.now() });
    return view;
  }

  async #view(slug: string, space: string): Promise<PublicView> {
    const { core } = (await this.folds.at(space, 'public')).snapshot;
    const panellists = Object.values(core.panels).flatMap((panel) => panel.panellists);
    const last = core.resolutions.at(-1);
    const stored: { canon: string; sha256: string }[] = last ? await this.database.query('SELECT canon, sha256 FROM resolutions.resolution WHERE space = $1 AND number = $2', [space, last.number]) : [];
    return {
      slug, core, phase: core.phase, style: PUBLIC_CSS.path, names: await this.#names(space, panellists),
      resolution: stored[0] ? { document: JSON.parse(stored[0].canon) as ResolutionDocument, sha256: stored[0].sha256 } : null,
    };
  }

  /** Only who agreed to the publication of the name. */
  async #names(space: string, seatIds: readonly string[]): Promise<PublicView['names']> {
    const named = await this.directory.named(space, seatIds, false);
    return new Map(named.map(({ seatId, name, organisation }) => [seatId, { name, organisation }]));
  }
}
