import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { cookieOf, cookieOptions, isHttps, SCREEN_COOKIE, type Request, type Response } from '../../../platform/sessions/cookies.js';
import { DialogueTitles } from '../../../platform/sessions/sessions.js';
import { ScreenDoors } from './screen-doors.js';

const tokenOf = (request: Request): string | undefined => cookieOf(request.headers.cookie, SCREEN_COOKIE);

/** `POST /api/screens` (a page asks for a code) and `GET /api/screens/me` (whether it was paired). */
@Controller('api/screens')
export class ScreensController {
  constructor(private readonly doors: ScreenDoors, private readonly titles: DialogueTitles) {}

  /** A page that waits already keeps its code. */
  @Post()
  @HttpCode(200)
  async open(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    response.set('Cache-Control', 'no-store');
    const known = await this.doors.waiting(tokenOf(request));
    if (known) return known;
    const { token, ...waiting } = await this.doors.open();
    response.cookie(SCREEN_COOKIE, token, cookieOptions(isHttps(request)));
    return waiting;
  }

  @Get('me')
  async me(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    response.set('Cache-Control', 'no-store');
    const token = tokenOf(request);
    const screen = await this.doors.paired(token);
    if (screen) return { state: 'paired', ...screen, ...(await this.titles.of([screen.space])).get(screen.space) };
    const waiting = await this.doors.waiting(token);
    return waiting ? { state: 'waiting', ...waiting } : { state: 'new' };
  }
}
