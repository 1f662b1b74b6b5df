import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { compress, encodingFor } from './compress.ts';
import { keptHeaders } from './quick.ts';
import type { Answer, Extras } from './route.ts';
import { hasIt, type Kept, worthIt } from './shelf.ts';

function dress(reply: FastifyReply, extras: Extras, status: number): void {
  reply.code(extras.status ?? status);
  reply.header('cache-control', extras.cache === 'public' ? 'public, max-age=300' : 'no-store');
  for (const [name, value] of Object.entries(extras.headers ?? {})) reply.header(name, value);
  for (const { name, value, maxAge } of extras.cookies ?? []) {
    const life = value === '' ? { maxAge: 0 } : maxAge === undefined ? {} : { maxAge };
    reply.setCookie(name, value, { path: '/', secure: true, httpOnly: true, sameSite: 'lax', ...life });
  }
}

/**
 * Text is compressed only in answer to GET and never beside a secret. What a POST answers can hold both what was sent
 * and a receipt, and the length of such a mixture, compressed, tells one about the other (BREACH, 2013).
 */
async function text(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: { content: string; secret: boolean },
) {
  reply.header('vary', 'Accept-Encoding, Accept-Language');
  const encoding = encodingFor(request.headers['accept-encoding']);
  const may = request.method !== 'POST' && !answer.secret && answer.content.length >= worthIt;
  if (!may || encoding === null) return reply.send(answer.content);
  reply.header('content-encoding', encoding);
  return reply.send(await compress(Buffer.from(answer.content), encoding, 4));
}

/** Puts an answer on the wire. */
export async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
): Promise<FastifyReply> {
  dress(reply, answer, answer.kind === 'redirect' ? 303 : 200);
  const secret = answer.secret ?? false;
  switch (answer.kind) {
    case 'page':
      reply.type('text/html; charset=utf-8');
      return text(request, reply, { content: `<!doctype html>${renderToString(answer.view)}`, secret });
    case 'json':
      reply.type('application/json; charset=utf-8');
      return text(request, reply, { content: JSON.stringify(answer.value), secret });
    case 'redirect':
      return reply.header('location', answer.to).send();
    case 'bytes':
      return reply.type(answer.type).send(Buffer.from(answer.bytes));
    case 'kept':
      return sendKept(request, reply, answer.kept);
  }
}

async function sendKept(request: FastifyRequest, reply: FastifyReply, kept: Kept): Promise<FastifyReply> {
  const encoding = kept.plain.length < worthIt ? null : encodingFor(request.headers['accept-encoding']);
  reply.headers(keptHeaders(kept, encoding));
  if (hasIt(kept, request.headers['if-none-match'])) return reply.code(304).send();
  return reply.send(encoding === null ? kept.plain : await kept.encoded(encoding));
}
