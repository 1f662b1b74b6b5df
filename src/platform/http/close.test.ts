import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { closeInOrder } from './close.ts';
import { quickServer } from './quick.ts';

/** A house whose one page has begun to leave and waits for `go`, and a browser that keeps its connection. */
async function midAnswer() {
  const app = fastify({
    serverFactory: (handler) =>
      quickServer(handler, { shelf: undefined, safety: () => ({}), keepAlive: 30_000, patience: 60_000 }),
    forceCloseConnections: 'idle',
  });
  const go = Promise.withResolvers<void>();
  app.get('/', (_request, reply) => {
    reply.hijack();
    reply.raw.write('half');
    void go.promise.then(() => reply.raw.end(' and half'));
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const asked = request({ port, host: '127.0.0.1', headers: { connection: 'keep-alive' } });
  asked.on('error', () => {});
  asked.end();
  const [answer] = await once(asked, 'response');
  return { app, go, answer };
}

test('an answer on its way ends whole, and its connection does not keep the house', async () => {
  const { app, go, answer } = await midAnswer();
  const begun = performance.now();
  const closed = closeInOrder(app);
  await pause(100);
  go.resolve();
  let heard = '';
  for await (const part of answer) heard += part;
  await closed;
  expect(heard).toBe('half and half');
  expect(performance.now() - begun).toBeLessThan(3_000);
});

test('who never ends is cut off', async () => {
  const { app, answer } = await midAnswer();
  answer.on('error', () => {});
  answer.resume();
  const begun = performance.now();
  await closeInOrder(app, 300);
  expect(performance.now() - begun).toBeLessThan(3_000);
});
