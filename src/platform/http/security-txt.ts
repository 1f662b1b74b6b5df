/** Whom to tell about a hole in our security (RFC 9116). */
import type { FastifyInstance } from 'fastify';
import { addDays } from '../clock.ts';
import type { House } from './house.ts';

/** It is made anew whenever it is asked for, so it holds for as long as somebody keeps this running. */
const VALID_DAYS = 90;

export function mountSecurityTxt(app: FastifyInstance, house: House): void {
  const { securityContact } = house;
  if (securityContact == null) return;
  app.get('/.well-known/security.txt', (_request, reply) => {
    const until = addDays(house.clock.now().toISOString().slice(0, 10), VALID_DAYS);
    const lines = [
      `Contact: ${securityContact}`,
      `Expires: ${until}T00:00:00Z`,
      'Preferred-Languages: en, ar',
      `Canonical: ${house.publicUrl()}/.well-known/security.txt`,
    ];
    return reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(`${lines.join('\n')}\n`);
  });
}
