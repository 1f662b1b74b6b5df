import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.ts';
import type { Assets } from './assets.ts';
import { encodingFor } from './compress.ts';
import { partOf } from './range.ts';

const paths = ['/assets/:file', '/favicon.ico', '/favicon.svg', '/reconsider.js', '/robots.txt', '/sw.js'];

/** What other sites may put into their pages; it asks for nothing of anybody's and is the same for all. */
const forOthers = /^(reconsider|talk-(en|ar))\.js$/;

/** Built files out of memory: hashed names are kept by the browser for a year, fixed names are asked for again. */
export function mountAssets(app: FastifyInstance, assets: Assets): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const found = assets.at(request.url.split('?', 1)[0] ?? '');
    if (found === undefined) throw new Refusal('not_found');
    const { file, immutable } = found;
    const tag = `"${file.sha256.slice(0, 32)}"`;
    reply
      .type(file.type)
      .header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
      .header('etag', tag)
      .header('vary', 'Accept-Encoding');
    if (forOthers.test(file.name)) reply.header('access-control-allow-origin', '*');
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    if (file.type.startsWith('audio/')) return sendPart(request, reply, { content: file.content, tag });
    const encoding = encodingFor(request.headers['accept-encoding']);
    const encoded = encoding === null ? undefined : await file.encoded(encoding);
    if (encoding === null || encoded === undefined) return reply.send(file.content);
    return reply.header('content-encoding', encoding).send(encoded);
  };
  for (const path of paths) app.get(path, answer);
}

/** A recording, whole or the part that was asked for. */
function sendPart(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { content, tag }: { content: Buffer; tag: string },
): FastifyReply {
  reply.header('accept-ranges', 'bytes');
  const since = headers['if-range'];
  const part = since === undefined || since === tag ? partOf(headers.range, content.length) : null;
  if (part === null) return reply.send(content);
  if (part === 'unsatisfiable') {
    return reply.code(416).header('content-range', `bytes */${content.length}`).send();
  }
  const { from, to } = part;
  reply.code(206).header('content-range', `bytes ${from}-${to}/${content.length}`);
  return reply.send(content.subarray(from, to + 1));
}
