import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { reachableUrl } from '../../announce.js';
import { CONFIG, type Config } from '../../config/config.js';
import { isHttps, type Request, type Response } from '../../platform/sessions/cookies.js';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/iu;

/** The address for people in the hall: PUBLIC_URL, else the one by which this page was reached, unless only this machine knows it. */
export function addressFor(request: Pick<Request, 'headers' | 'secure' | 'socket'>, config: Pick<Config, 'publicUrl' | 'host'>): string {
  const { host } = request.headers;
  if (config.publicUrl !== undefined || host === undefined || LOOPBACK.test(host)) return reachableUrl(config, request.socket.localPort ?? 0);
  return `${isHttps(request) ? 'https' : 'http'}://${host}`;
}

@Controller('api/site')
export class SiteController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Where QR codes and private links lead: `{ address }`, without a slash at its end. */
  @Get()
  site(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    response.set('Cache-Control', 'no-store');
    return { address: addressFor(request, this.config) };
  }
}
