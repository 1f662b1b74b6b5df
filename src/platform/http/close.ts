/** How the front door closes. */
import type { FastifyInstance } from 'fastify';

/**
 * Takes nobody else, lets answers on their way end, and closes each connection as it falls silent: a browser would keep it
 * for half a minute. After `patience` ms what is still open is cut.
 */
export async function closeInOrder(app: FastifyInstance, patience = 5_000): Promise<void> {
  const silent = setInterval(() => app.server.closeIdleConnections(), 50);
  const late = setTimeout(() => app.server.closeAllConnections(), patience);
  try {
    await app.close();
  } finally {
    clearInterval(silent);
    clearTimeout(late);
  }
}
