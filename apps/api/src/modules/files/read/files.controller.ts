import { Controller, Get, HttpException, Param, Post, Query, Req, Res } from '@nestjs/common';
import { hex32, id, LIMITS, REFUSALS, type Refusal, type Role } from '@tegerek/contracts';
import { DataSource } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import { Rate } from '../../../platform/commands/rate.js';
import { cookieOf, SESSION_COOKIE, type Request, type Response } from '../../../platform/sessions/cookies.js';
import { Sessions } from '../../../platform/sessions/sessions.js';
import { receive } from '../receive.js';
import { asAttachment, fileName, kindOf } from '../domain/file-name.js';
import { FILE_TYPES, sniff } from '../domain/sniff.js';
import { Files } from '../store/files.store.js';

const refused = (refusal: Refusal): HttpException => new HttpException({ ok: false, ...refusal }, REFUSALS[refusal.code]);
const notFound = () => refused({ code: 'request.not-found' });
const RATE = { perMinute: 12, burst: 6 };
/** Bodies held in memory at once, over all dialogues of this node. */
const AT_ONCE = 4;

/** Bytes come in and go out here; what they are for is said by commands (`evidence.attach`). */
@Controller('api/dialogues/:space/files')
export class FilesController {
  readonly #rate = new Rate();
  #busy = 0;

  constructor(private readonly files: Files, private readonly sessions: Sessions, private readonly clock: Clock, private readonly db: DataSource) {}

  /** The body is the file. Answers its hash, which evidence then names. */
  @Post()
  async keep(@Param('space') space: string, @Query('name') wanted: unknown, @Req() request: Request) {
    const seat = await this.#seat(space, request);
    if (!(await this.#maySend(space, seat))) throw notFound();
    const wait = this.#rate.take(seat.seatId, RATE, this.clock.now());
    if (wait > 0) throw refused({ code: 'request.too-many', details: { retryAfterMs: wait } });
    if (this.#busy >= AT_ONCE) throw refused({ code: 'server.busy' });
    this.#busy++;
    try {
      return await this.#take(space, seat.seatId, typeof wanted === 'string' ? wanted : '', request);
    } finally {
      this.#busy--;
    }
  }

  async #take(space: string, seatId: string, wanted: string, request: Request) {
    const received = await receive(request as unknown as AsyncIterable<Buffer>, LIMITS.fileBytes);
    // nobody reads the answer, and it is no fault of ours
    if (received === 'broken-off') throw refused({ code: 'request.invalid' });
    if (received === 'too-large') throw refused({ code: 'file.too-large', details: { max: LIMITS.fileBytes / 1_048_576 } });
    const kind = sniff(received.bytes, wanted);
    if (!kind) throw refused({ code: 'file.type', details: { types: Object.keys(FILE_TYPES).join(', ') } });
    const held = await this.files.held(space, seatId);
    const size = received.bytes.length;
    if (held.waiting >= LIMITS.filesPerSeat || held.seatBytes + size > LIMITS.fileBytesPerSeat || held.spaceBytes + size > LIMITS.fileBytesPerDialogue) throw refused({ code: 'file.quota' });
    await this.files.keep({ space, hash: received.hash, type: FILE_TYPES[kind], size, bySeat: seatId, at: this.clock.now() }, received.bytes);
    return { ok: true, hash: received.hash, name: fileName(wanted, kind), type: FILE_TYPES[kind], size };
  }

  /** For whoever has a seat: saved, never shown; a page made of it could do nothing. */
  @Get(':hash')
  async read(@Param('space') space: string, @Param('hash') hash: string, @Query('name') wanted: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    const seat = await this.#seat(space, request);
    const file = hex32.safeParse(hash).success ? await this.files.find(space, hash) : undefined;
    // what nothing quotes yet is its sender's
    if (!file || (!file.quoted && file.bySeat !== seat.seatId)) throw notFound();
    response.set({
      'Content-Type': file.type, 'Content-Disposition': asAttachment(fileName(typeof wanted === 'string' ? wanted : '', kindOf(file.type))), 'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox", 'Cross-Origin-Resource-Policy': 'same-origin', 'Cache-Control': 'private, max-age=31536000, immutable', ETag: `"${file.hash}"`,
    }).send(await this.files.bytes(file.hash));
  }

  async #seat(space: string, request: Request): Promise<{ seatId: string; roles: Role[] }> {
    const seat = id.safeParse(space).success ? await this.sessions.seatIn(cookieOf(request.headers.cookie, SESSION_COOKIE), space) : undefined;
    if (!seat) throw notFound();
    return seat;
  }

  /** Who may give evidence may send a file for it: seats of a group and staff, before the dialogue closes. */
  async #maySend(space: string, { seatId, roles }: { seatId: string; roles: Role[] }): Promise<boolean> {
    const [row]: { groupId: string | null; phase: string }[] = await this.db.query(
      'SELECT s.group_id AS "groupId", d.phase FROM people.seat s JOIN dialogues.dialogue d ON d.id = s.space WHERE s.id = $1 AND s.space = $2 AND NOT s.revoked', [seatId, space]);
    return row !== undefined && (row.phase === 'draft' || row.phase === 'open') && (row.groupId !== null || roles.some((role) => role !== 'observer'));
  }
}
