import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandNames, commands, events, eventTypes, PROTOCOL } from '@tegerek/contracts';
import { z } from 'zod';
import { startWorld, type World } from '../world.js';

describe('migrations', () => {
  let world: World;
  beforeAll(async () => { world = await startWorld(); });
  afterAll(() => world.close());

  it('make exactly the schema that the entities describe', async () => {
    const { upQueries } = await world.server.database.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('run once: a second start finds nothing to do', async () => {
    const node = await world.startNode();
    expect(node.migrated).toEqual([]);
  });

  it('keep the log append-only, even for the owner', async () => {
    const query = (sql: string) => world.server.database.query(sql);
    await world.dialogue();
    await expect(query(`UPDATE log.entry SET canon = canon WHERE seq = 1`)).rejects.toThrow('append-only');
    await expect(query('DELETE FROM log.entry')).rejects.toThrow('append-only');
    await expect(query('TRUNCATE log.entry CASCADE')).rejects.toThrow('append-only');
    await expect(query(`UPDATE log.payload SET body = '{}'`)).rejects.toThrow('only be erased');
    await expect(query(`INSERT INTO log.entry (log_id, seq, prev, hash, canon) SELECT log_id, seq + 1, hash, repeat('0', 64), canon FROM log.entry ORDER BY seq DESC LIMIT 1`)).rejects.toThrow('hash wrong');
  });
});

describe('the wire', () => {
  it('has the shape of its protocol version: a change here raises PROTOCOL', () => {
    const shapes = {
      commands: commandNames.map((name) => [name, z.toJSONSchema(commands[name].payload, { io: 'input', unrepresentable: 'any' })]),
      events: eventTypes.map((type) => [type, events[type].v, events[type].audience, z.toJSONSchema(events[type].data, { io: 'input', unrepresentable: 'any' })]),
    };
    expect([PROTOCOL, createHash('sha256').update(JSON.stringify(shapes)).digest('hex')]).toEqual([1, WIRE]);
  });
});

const WIRE = '10c1c1f609b2a2c35b7482527a85879d110207e2ffbc5a7fd2fbc9b18fbcbd53';
