import type { JoinReply, Run } from '@tegerek/contracts';
import type { Socket } from 'socket.io';
import { idleStream, serverFrame, type Connection } from './one-frame-adapter.js';

export type Answer = (reply: unknown) => void;

/** What Socket.IO calls for each event of a socket. */
interface Hearing {
  onevent(packet: { data: unknown[]; id?: number }): void;
}

/** What Socket.IO keeps for each connection. */
interface Client {
  conn: Connection;
  writeToEngine(encoded: string[], options: object): void;
}

const clientOf = (socket: Socket): Client => (socket as unknown as { client: Client }).client;

/**
 * Gives each event of a socket with its first argument to `heard`, in place of Socket.IO's lists of listeners. `answer` acknowledges once, as one
 * ready-made frame, byte for byte what Socket.IO would send, where nothing waits on the connection; otherwise by its ordinary path, so the order
 * on a connection never changes. It does nothing where no acknowledgement is asked for.
 */
export function hear(socket: Socket, heard: (event: string, input: unknown, answer: Answer) => void): void {
  const hearing = socket as unknown as Hearing;
  hearing.onevent = ({ data: [event, input], id }) => heard(String(event), input, id === undefined ? unasked : answerTo(clientOf(socket), id));
}

const unasked: Answer = () => undefined;

function answerTo(client: Client, id: number): Answer {
  let isSent = false;
  return (reply) => {
    if (isSent) return;
    isSent = true;
    send(client, `3${id}[`, reply);
  };
}

/** An event to one socket, written as an acknowledgement is. */
export function tell(socket: Socket, event: string, payload: unknown): void {
  send(clientOf(socket), `2["${event}",`, payload);
}

/** A packet of Socket.IO whose last argument is `reply`; the end that many have in common is written from one buffer. */
function send(client: Client, head: string, reply: unknown): void {
  const { text, end } = reply instanceof ReadyJson ? reply : new ReadyJson(JSON.stringify(reply));
  const stream = idleStream(client.conn);
  if (stream && end) {
    stream.cork();
    stream.write(serverFrame(`4${head}${text}`, end.bytes.length));
    stream.write(end.bytes);
    stream.uncork();
  } else if (stream) stream.write(serverFrame(`4${head}${text}]`));
  else if (client.conn.readyState === 'open') client.writeToEngine([`${head}${text}${end?.text ?? ']'}`], { preEncoded: true, volatile: false });
}

/** The end of a packet, its bracket included. */
interface SharedEnd {
  text: string;
  bytes: Buffer;
}

/** A reply that is JSON text already; with `end`: up to where the texts of many are the same. */
export class ReadyJson {
  constructor(readonly text: string, readonly end?: SharedEnd) {}
}

const ends = new WeakMap<object, SharedEnd>();

/** Made once for a list that is in the answers of many and never changes. */
function sharedEnd(runs: readonly Run[]): SharedEnd {
  let end = ends.get(runs);
  if (end === undefined) {
    const text = `${JSON.stringify(runs)}}]`;
    ends.set(runs, (end = { text, bytes: Buffer.from(text) }));
  }
  return end;
}

/** The answer to a join as text: thousands who come back at once are told the same entries. */
export function joinText(reply: JoinReply): ReadyJson {
  const { runs, ...own } = reply;
  const text = JSON.stringify(own);
  return runs ? new ReadyJson(`${text.slice(0, -1)},"runs":`, sharedEnd(runs)) : new ReadyJson(text);
}
