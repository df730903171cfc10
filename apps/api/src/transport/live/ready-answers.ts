import type { JoinReply } from '@tegerek/contracts';
import type { Socket } from 'socket.io';
import { idleStream, serverFrame, type Connection } from './one-frame-adapter.js';

export type Answer = (reply: unknown) => void;

/** What Socket.IO calls for each event of a socket. */
interface Hearing {
  onevent(packet: { data: unknown[]; id?: number }): void;
  client: { conn: Connection; writeToEngine(encoded: string[], options: object): void };
}

/**
 * Gives each event of a socket with its first argument to `heard`, in place of Socket.IO's lists of listeners. `answer` acknowledges once, as one
 * ready-made frame, byte for byte what Socket.IO would send, where nothing waits on the connection; otherwise by its ordinary path, so the order
 * on a connection never changes. It does nothing where no acknowledgement is asked for.
 */
export function hear(socket: Socket, heard: (event: string, input: unknown, answer: Answer) => void): void {
  const hearing = socket as unknown as Hearing;
  hearing.onevent = ({ data: [event, input], id }) => heard(String(event), input, id === undefined ? unasked : answerTo(hearing.client, id));
}

const unasked: Answer = () => undefined;

function answerTo(client: Hearing['client'], id: number): Answer {
  let isSent = false;
  return (reply) => {
    if (isSent) return;
    isSent = true;
    const packet = `3${id}[${reply instanceof ReadyJson ? reply.text : JSON.stringify(reply)}]`;
    const stream = idleStream(client.conn);
    if (stream) stream.write(serverFrame(`4${packet}`));
    else if (client.conn.readyState === 'open') client.writeToEngine([packet], { preEncoded: true, volatile: false });
  };
}

/** An answer that is JSON text already. */
export class ReadyJson {
  constructor(readonly text: string) {}
}

const texts = new WeakMap<object, string>();

/** `JSON.stringify`, made once for a list or record that is in the answers of many and never changes. */
function sharedText(value: object): string {
  let text = texts.get(value);
  if (text === undefined) texts.set(value, (text = JSON.stringify(value)));
  return text;
}

/** The answer to a join as text: thousands who come back at once are told the same entries. */
export function joinText(reply: JoinReply): ReadyJson {
  const { runs, ...own } = reply;
  const text = JSON.stringify(own);
  return new ReadyJson(runs ? `${text.slice(0, -1)},"runs":${sharedText(runs)}}` : text);
}
