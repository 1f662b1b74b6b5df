/**
 * Readers of pages over plain sockets: each asks again as soon as its answer has come whole. Answers of one page are
 * equally long, so their ends are found by counting.
 */
import { connect, type Socket } from 'node:net';

export interface Read {
  /** Answers per second. */
  rate: number;
}

const head = (path: string, host: string) =>
  `GET ${path} HTTP/1.1\r\nhost: ${host}\r\naccept-encoding: gzip, deflate, br\r\naccept: text/html\r\n\r\n`;

/** `clients` read `count` times in all, taking turns between the pages. */
export async function readPages(
  url: string,
  { paths, clients, count }: { paths: readonly string[]; clients: number; count: number },
): Promise<Read> {
  const { hostname, port, host } = new URL(url);
  const asking = paths.map((path) => Buffer.from(head(path, host)));
  const open = () =>
    new Promise<Socket>((resolve, reject) => {
      const socket = connect({ host: hostname.replace(/[[\]]/g, ''), port: Number(port), noDelay: true });
      socket.once('connect', () => resolve(socket)).once('error', reject);
    });
  const sockets = await Promise.all(Array.from({ length: clients }, open));
  const first = sockets[0];
  if (!first) throw new Error('No clients');
  const lengths: number[] = [];
  for (const request of asking) lengths.push(await lengthOf(first, request));

  let left = count;
  const start = performance.now();
  await Promise.all(
    sockets.map(
      (socket, n) =>
        new Promise<void>((resolve, reject) => {
          let at = n % asking.length;
          let got = 0;
          const ask = () => {
            if (left-- <= 0) return resolve();
            got = 0;
            at = (at + 1) % asking.length;
            socket.write(asking[at] ?? '');
          };
          socket.on('data', (part) => {
            got += part.length;
            if (got > (lengths[at] ?? 0)) reject(new Error('An answer was longer than the first'));
            if (got === lengths[at]) ask();
          });
          socket.on('error', reject);
          ask();
        }),
    ),
  );
  const rate = (count / (performance.now() - start)) * 1000;
  for (const socket of sockets) socket.destroy();
  return { rate };
}

function lengthOf(socket: Socket, request: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (part: Buffer) => {
      said += part.toString('latin1');
      const end = said.indexOf('\r\n\r\n');
      const body = Number(/\r\ncontent-length: (\d+)/i.exec(said)?.[1]);
      if (end < 0 || said.length < end + 4 + body) return;
      socket.off('data', listen);
      if (said.startsWith('HTTP/1.1 200')) resolve(said.length);
      else reject(new Error(said.slice(0, 20)));
    };
    socket.on('data', listen);
    socket.write(request);
  });
}
