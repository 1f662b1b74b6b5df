/**
 * Many phones over plain sockets: a request is one write and an answer is looked at only as far as its end, so that what
 * is measured is the server and not the one who asks.
 */
import { connect, type Socket } from 'node:net';

export interface Sent {
  body: Buffer;
  /** An address of its own for each phone, so that no allowance is used up. */
  from: string;
}

export interface Phones extends AsyncDisposable {
  /** Resolves when an answer of 200 has come whole. */
  post(path: string, sent: Sent): Promise<void>;
}

export function phones(url: string): Phones {
  const { hostname, port, origin } = new URL(url);
  const idle: Socket[] = [];
  const all = new Set<Socket>();
  const host = hostname.replace(/[[\]]/g, '');

  async function socket(): Promise<Socket> {
    // A server closes connections on which nothing has come for a while.
    const there = idle.splice(0).filter(({ writable }) => writable);
    idle.push(...there.slice(1));
    if (there[0]) return there[0];
    const made = connect({ host, port: Number(port), noDelay: true });
    all.add(made);
    await new Promise((resolve, reject) => made.once('connect', resolve).once('error', reject));
    return made;
  }

  return {
    async post(path, { body, from }) {
      const to = await socket();
      const head =
        `POST ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\norigin: ${origin}\r\n` +
        `x-forwarded-for: ${from}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
      to.write(Buffer.concat([Buffer.from(head), body]));
      await answered(to);
      idle.push(to);
    },
    async [Symbol.asyncDispose]() {
      for (const one of all) one.destroy();
    },
  };
}

function answered(from: Socket): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let said = '';
  const listen = (part: Buffer) => {
    said += part.toString('latin1');
    const head = said.indexOf('\r\n\r\n');
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(said)?.[1]);
    if (head < 0 || said.length < head + 4 + length) return;
    const status = said.slice(9, 12);
    if (status === '200') resolve();
    else reject(new Error(`Answered with ${status}`));
  };
  const closed = () => reject(new Error('The connection was closed before the answer'));
  from.on('data', listen).on('error', reject).on('close', closed);
  return promise.finally(() => from.off('data', listen).off('error', reject).off('close', closed));
}
