/** Asks 127.0.0.1 under another name, as a browser does for a page whose owner pointed that name at it. */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

/** The status of GET /metrics. */
export async function rebound(port: number, name: string): Promise<number | undefined> {
  const asking = request({ host: '127.0.0.1', port, path: '/metrics', headers: { host: `${name}:${port}` } });
  asking.end();
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}
