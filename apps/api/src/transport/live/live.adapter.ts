import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { LIMITS } from '@tegerek/contracts';
import type { Server, ServerOptions } from 'socket.io';
import { isOwnOrigin } from '../http/origin.js';
import { Heartbeat } from './heartbeat.js';

/** A dead link is noticed after 9 s at the latest, on both sides. */
const HEARTBEAT = { intervalMs: 5_000, timeoutMs: 4_000 };

/** Socket.IO as docs/protocol.md LIVE-1 asks: WebSocket only, JSON, no deflate, no recovery, origin checked, frames capped. */
export class LiveAdapter extends IoAdapter {
  constructor(app: INestApplicationContext, private readonly publicUrl: string | undefined) {
    super(app);
  }

  override createIOServer(port: number, options?: Partial<ServerOptions>): Server {
    const server = super.createIOServer(port, {
      ...options, transports: ['websocket'], serveClient: false, perMessageDeflate: false, maxHttpBufferSize: LIMITS.frameBytes, pingInterval: HEARTBEAT.intervalMs, pingTimeout: HEARTBEAT.timeoutMs, connectTimeout: 5_000,
      allowRequest: (request, done) => {
        const isOwn = isOwnOrigin(request, this.publicUrl);
        if (isOwn) {
          // the answer to the upgrade and Engine.IO's first packet leave in one write
          request.socket.cork();
          setImmediate(() => request.socket.uncork());
        }
        done(null, isOwn);
      },
    } as ServerOptions) as Server;
    new Heartbeat(server.engine, HEARTBEAT);
    return server;
  }

  /** The gateway listens by itself: Nest's own stream for each socket would be made and thrown away for thousands who come back at once. */
  override bindMessageHandlers(): void {}
}
