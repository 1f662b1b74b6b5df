/** Figures for Prometheus, on a port of their own that only this machine reaches. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Refusal } from '../refusal.ts';

/** Not HOST: the figures stay here wherever the pages are shown. */
const here = '127.0.0.1';

export interface Listening extends AsyncDisposable {
  port: number;
}

/**
 * Answers GET /metrics and nothing else. A page in a browser on this machine could reach the port under a name of its
 * own (DNS rebinding): only requests to this machine's own names are answered. Refusal 'config' where somebody else listens.
 */
export async function serveMetrics(port: number, text: () => Promise<string>): Promise<Listening> {
  const server = createServer((request, response) => {
    const asked = request.method === 'GET' && request.url === '/metrics';
    if (!asked || !/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) {
      response.writeHead(404).end();
      return;
    }
    text().then(
      (figures) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(figures),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(port, here);
  await once(server, 'listening').catch(() => {
    const allowed = 'a port of this machine that nobody listens on';
    throw new Refusal('config', { variable: 'METRICS_PORT', value: port, allowed });
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      if (server.listening) await once(server, 'close');
    },
  };
}
