import type { Socket } from 'socket.io';
import { idleStream, serverFrame, type Connection } from './one-frame-adapter.js';

type Answer = (reply: unknown) => void;

/** What Socket.IO calls for each event that asks for an acknowledgement. */
interface Acknowledging {
  ack(id: number): Answer;
  client: { conn: Connection };
}

/**
 * Acknowledgements of a socket as one ready-made frame, byte for byte what Socket.IO would send, where nothing waits on its connection;
 * otherwise they take Socket.IO's ordinary path, so the order on a connection never changes.
 */
export function answerAtOnce(socket: Socket): void {
  const acknowledging = socket as unknown as Acknowledging;
  const { conn } = acknowledging.client;
  const ordinary = acknowledging.ack.bind(socket);
  acknowledging.ack = (id) => {
    let isSent = false;
    return (reply) => {
      if (isSent) return;
      isSent = true;
      const stream = idleStream(conn);
      if (stream) stream.write(serverFrame(`43${id}[${JSON.stringify(reply)}]`));
      else ordinary(id)(reply);
    };
  };
}
