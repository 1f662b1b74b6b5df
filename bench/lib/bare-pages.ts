/**
 * The fastest Node has to offer without looking at anything: the same bytes under the same headers, from memory. A process
 * of its own, as ours is; prints its port. After it stand the address of our server and the paths.
 */
import { createServer, get, type IncomingHttpHeaders } from 'node:http';

interface Page {
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const [from = '', ...paths] = process.argv.slice(2);
const pages = new Map<string, Page>();
for (const path of paths) pages.set(path, await fetched(path));

const server = createServer(({ url }, response) => {
  const page = pages.get(url ?? '');
  if (page === undefined) response.writeHead(404).end();
  else response.writeHead(200, page.headers).end(page.body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});

function fetched(path: string): Promise<Page> {
  return new Promise((resolve, reject) => {
    get(from + path, { headers: { 'accept-encoding': 'gzip, deflate, br' } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const { date: _, connection: __, 'keep-alive': ___, ...headers } = answer.headers;
        resolve({ headers, body: Buffer.concat(parts) });
      });
    }).on('error', reject);
  });
}
