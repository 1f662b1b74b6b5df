import type { FastifyInstance } from 'fastify';

export const leavePath = '/leave';

/**
 * Leave works as a plain link: a POST would be stopped by form-action. What this site left in the browser is cleared
 * on the way out, and no line is written about it.
 */
export function mountLeave(app: FastifyInstance, leaveUrl: string): void {
  app.get(leavePath, (_request, reply) =>
    reply
      .code(303)
      .header('clear-site-data', '"cache", "cookies", "storage"')
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'no-referrer')
      .header('location', leaveUrl)
      .send(),
  );
}
