import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { ballotList, readBallots } from '../ballots/index.js';
import { listed } from './domain/count-vote.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/** The published list of a closed vote; before the close, and of a void one, there is none. */
@Controller('api/dialogues/:space/votes')
export class VotesController {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  @Get(':voteId/ballots')
  async ballots(@Param('space') space: string, @Param('voteId') voteId: string, @Res() response: Response): Promise<void> {
    const closed = UUID.test(space) && UUID.test(voteId) ? await this.#closed(space, voteId) : undefined;
    if (!closed) {
      response.status(404).json({ code: 'request.not-found' });
      return;
    }
    const list = ballotList((await readBallots((sql, values) => this.database.query(sql, values), closed.box)).map(listed));
    response.set({ 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable', etag: `"${closed.hash}"` }).send(list);
  }

  async #closed(space: string, voteId: string): Promise<{ hash: string; box: string } | undefined> {
    const [row]: { hash: string; box: string }[] = await this.database.query(`SELECT ballots_hash AS hash, box FROM votes.vote WHERE id = $1 AND space = $2 AND state = 'closed'`, [voteId, space]);
    return row;
  }
}
