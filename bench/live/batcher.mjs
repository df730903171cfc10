// Group commit as plainly as it can be: a flush starts as soon as the last one ended, takes what waits (at most 1,000 rows, one per
// seat), writes it in one statement that also holds the open vote, and answers after the commit.
const FLUSH = {
  name: 'floor-flush',
  text: `WITH v AS (SELECT id FROM floor.vote WHERE id = $1::uuid AND state = 'open' FOR SHARE)
    INSERT INTO floor.ballot AS b (vote, seat, choice) SELECT v.id, x.seat, x.choice FROM v, unnest($2::uuid[], $3::text[]) AS x(seat, choice) ORDER BY x.seat
    ON CONFLICT (vote, seat) DO UPDATE SET choice = excluded.choice, revision = b.revision + 1 RETURNING seat, revision`,
};
/** One row, one commit: the measure of an idle acknowledgement. */
export const SINGLE = {
  name: 'floor-single',
  text: `WITH v AS (SELECT id FROM floor.vote WHERE id = $1::uuid AND state = 'open' FOR SHARE)
    INSERT INTO floor.ballot AS b (vote, seat, choice) SELECT v.id, $2::uuid, $3::text FROM v
    ON CONFLICT (vote, seat) DO UPDATE SET choice = excluded.choice, revision = b.revision + 1 RETURNING revision`,
};
export const SCHEMA = `
  DROP SCHEMA IF EXISTS floor CASCADE; CREATE SCHEMA floor;
  CREATE TABLE floor.vote (id uuid PRIMARY KEY, state text NOT NULL);
  CREATE TABLE floor.ballot (vote uuid NOT NULL REFERENCES floor.vote, seat uuid NOT NULL, choice text NOT NULL, revision integer NOT NULL DEFAULT 1, PRIMARY KEY (vote, seat)) WITH (fillfactor = 80)`;
const MOST = 1_000;

export class Batcher {
  #waiting = new Map();
  #isRunning = false;

  constructor(pool) {
    this.pool = pool;
  }

  /** Resolves with the row's revision after the commit; 0: the vote is not open. */
  cast(vote, seat, choice) {
    return new Promise((resolve, reject) => {
      this.#waiting.set(`${vote} ${seat}`, { vote, seat, choice, resolve, reject });
      if (!this.#isRunning) void this.#drain();
    });
  }

  async #drain() {
    this.#isRunning = true;
    await new Promise((resolve) => { setImmediate(resolve); });
    while (this.#waiting.size > 0) await this.#flush();
    this.#isRunning = false;
  }

  async #flush() {
    const [first] = this.#waiting.values();
    const batch = [...this.#waiting].filter(([, item]) => item.vote === first.vote).slice(0, MOST);
    for (const [key] of batch) this.#waiting.delete(key);
    const items = batch.map(([, item]) => item);
    try {
      const { rows } = await this.pool.query({ ...FLUSH, values: [first.vote, items.map(({ seat }) => seat), items.map(({ choice }) => choice)] });
      const revisions = new Map(rows.map(({ seat, revision }) => [seat, revision]));
      for (const item of items) item.resolve(revisions.get(item.seat) ?? 0);
    } catch (error) {
      for (const item of items) item.reject(error);
    }
  }
}
