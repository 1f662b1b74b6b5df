import { expect, test } from 'vitest';
import { world } from '../../../test/world.ts';

const onion = `http://${'a'.repeat(56)}.onion`;

test('a form sent from the onion service is ours; from any other address it is not', async () => {
  await using here = await world({ browsers: true, env: { ONION_URL: onion } });
  const send = (origin: string) =>
    here.app.inject({ method: 'POST', url: '/en/report/step', headers: { origin }, payload: {} });
  expect((await send(onion)).statusCode).not.toBe(403);
  expect((await send(onion)).headers['access-control-allow-origin']).toBeUndefined();
  expect((await send(`http://${'b'.repeat(56)}.onion`)).statusCode).toBe(403);
  await using plain = await world({ browsers: true });
  const refused = await plain.app.inject({
    method: 'POST',
    url: '/en/report/step',
    headers: { origin: onion },
    payload: {},
  });
  expect(refused.statusCode).toBe(403);
});

test('security.txt names whom to tell, for ninety days from today; without a name it is not there', async () => {
  await using here = await world({
    now: '2026-11-22T10:00:00Z',
    browsers: true,
    env: { SECURITY_CONTACT: 'security@example.org' },
  });
  const { statusCode, body, headers } = await here.app.inject('/.well-known/security.txt');
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
  expect(body).toContain('Contact: mailto:security@example.org\n');
  expect(body).toContain('Expires: 2027-02-20T00:00:00Z\n');
  await using nobody = await world({ browsers: true });
  expect((await nobody.app.inject('/.well-known/security.txt')).statusCode).toBe(404);
});
