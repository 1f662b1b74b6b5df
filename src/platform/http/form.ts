/** Reads forms: fields as `application/x-www-form-urlencoded` (WHATWG URL, 5) everywhere, files where a route takes them. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.ts';
import { partsOf } from './multipart.ts';
import type { SentFile } from './route.ts';

type Fields = Record<string, string | string[]>;

const files = new WeakMap<object, readonly SentFile[]>();

/** Those that came with a request whose body was read. */
export const filesOf = (request: FastifyRequest): readonly SentFile[] => files.get(request) ?? [];

/** A name that stands twice is a list. Without a prototype: no name can reach into what every object has. */
function fieldsOf(pairs: Iterable<readonly [string, string]>): Fields {
  const fields: Fields = Object.create(null);
  for (const [name, value] of pairs) {
    const known = fields[name];
    fields[name] = known === undefined ? value : [known, value].flat();
  }
  return fields;
}

/** `each`: of the route that is asked, the most bytes of a file; undefined where it takes none. */
export function readForms(app: FastifyInstance, each: (request: FastifyRequest) => number | undefined): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string) => fieldsOf(new URLSearchParams(body)),
  );
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      const most = each(request);
      if (most === undefined) throw new Refusal('unreadable');
      const { fields, sent } = partsOf(body, request.headers['content-type'] ?? '', most);
      files.set(request, sent);
      return fieldsOf(fields);
    },
  );
}
