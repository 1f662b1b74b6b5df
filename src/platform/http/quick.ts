/**
 * Sends what is kept before anything else is asked: no session, no allowance, no schema, since it is the same for
 * everybody and costs what its bytes cost. Everything else goes on to the front door; so does the first to ask for a page.
 */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { type Encoding, encodingFor } from './compress.ts';
import { hasIt, type Kept, type Shelf, tagOf, worthIt } from './shelf.ts';

type Headers = Readonly<Record<string, string | number>>;

export interface QuickOptions {
  shelf: Shelf | undefined;
  /** Those of every answer. */
  safety(): Headers;
  /** Told the status of each answer sent from here. */
  sent?(status: number): void;
  /** Milliseconds a connection may be silent between requests, and a request may take to come. */
  keepAlive: number;
  patience: number;
}

/** A server for Fastify's `serverFactory`. */
export function quickServer(handler: RequestListener, options: QuickOptions): Server {
  const send = sender(options);
  const server = createServer((request, response) => {
    if (server.listening && send(request, response)) return;
    handler(request, response);
  });
  server.keepAliveTimeout = options.keepAlive;
  server.requestTimeout = options.patience;
  return server;
}

function sender({ shelf, safety, sent }: QuickOptions) {
  const made = new WeakMap<Kept, Map<Encoding | null, Headers>>();
  const headersOf = (kept: Kept, encoding: Encoding | null, length: number): Headers => {
    const own = made.get(kept) ?? new Map<Encoding | null, Headers>();
    made.set(kept, own);
    const headers = own.get(encoding) ?? {
      ...safety(),
      ...keptHeaders(kept, encoding),
      'content-length': length,
    };
    own.set(encoding, headers);
    return headers;
  };
  const encodings = encodingsOf();
  return ({ method, url, headers }: IncomingMessage, response: ServerResponse): boolean => {
    if (method !== 'GET' || shelf === undefined) return false;
    const kept = shelf.ready(url ?? '');
    if (kept === undefined) return false;
    const encoding = kept.plain.length < worthIt ? null : encodings(headers['accept-encoding']);
    const bytes = encoding === null ? kept.plain : kept.ready(encoding);
    if (bytes === undefined) return false;
    if (hasIt(kept, headers['if-none-match'])) {
      response.writeHead(304, { ...safety(), ...keptHeaders(kept, encoding) }).end();
      sent?.(304);
      return true;
    }
    response.writeHead(200, headersOf(kept, encoding, bytes.length)).end(bytes);
    sent?.(200);
    return true;
  };
}

/** A browser may keep it and asks each time whether it still stands: what is taken off a page is gone at once. */
export const keptHeaders = (kept: Kept, encoding: Encoding | null): Headers => ({
  ...kept.headers,
  'content-type': kept.type,
  'cache-control': 'no-cache',
  vary: 'Accept-Encoding',
  etag: tagOf(kept, encoding),
  ...(encoding === null ? {} : { 'content-encoding': encoding }),
});

/** Browsers say the same few things; what they mean is read once. */
function encodingsOf(): typeof encodingFor {
  const known = new Map<string, Encoding | null>();
  return (accept = '') => {
    const found = known.get(accept);
    if (found !== undefined) return found;
    if (known.size > 200) known.clear();
    const encoding = encodingFor(accept);
    known.set(accept, encoding);
    return encoding;
  };
}
