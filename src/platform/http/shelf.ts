/**
 * Public answers, made once and kept in memory until something changes: bytes, their encodings and their strong ETags
 * (RFC 9110, 8.8.3). What was made while something changed is sent once and not kept.
 */
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Clock, dayIn } from '../clock.ts';
import { sha256Hex } from '../keys/digest.ts';
import { compress, type Encoding } from './compress.ts';

export interface Made {
  content: string;
  /** With its charset. */
  type: string;
  headers?: Readonly<Record<string, string>>;
}

export interface Kept extends Required<Omit<Made, 'content'>> {
  readonly plain: Buffer;
  /** Begins every ETag of it: one for each encoding. */
  readonly tag: string;
  encoded(encoding: Encoding): Promise<Buffer>;
  /** The same where it is made already. */
  ready(encoding: Encoding): Buffer | undefined;
}

/** A whole document. */
export const html = (view: VNode, headers: Made['headers'] = {}): Made => ({
  content: `<!doctype html>${renderToString(view)}`,
  type: 'text/html; charset=utf-8',
  headers,
});

/** When something changed: the same number twice means that nothing did, null that nobody knows. */
export type Changed = () => number | null;

export interface Shelf {
  /** A page, a feed, an answer. `name`: its URL, so that each is kept once. */
  keep(name: string, make: () => Promise<Made> | Made): Promise<Kept>;
  /** Anything else that several of them are made of. */
  recall<V>(name: string, make: () => Promise<V>): Promise<V>;
  /** What may be sent without asking anybody. */
  ready(name: string): Kept | undefined;
}

export interface ShelfOptions {
  changed: Changed;
  clock: Clock;
  /** Pages say "today": with the day in this zone everything is made anew. */
  zone: string;
  /** Bytes of pages at most; those asked for longest ago go first. */
  most?: number;
}

export function shelf({ changed, clock, zone, most = 32 * 1024 * 1024 }: ShelfOptions): Shelf {
  const values = new Map<string, Promise<unknown>>();
  const pages = new Map<string, Kept>();
  let weight = 0;
  let edition = '';

  /** Null: nothing may be kept. Empties the shelf when it holds another edition. */
  function current(): string | null {
    const at = changed();
    const now = at === null ? null : `${at} ${dayIn(zone, clock.now())}`;
    if (now !== edition) {
      pages.clear();
      values.clear();
      weight = 0;
      edition = now ?? '';
    }
    return now;
  }

  function recall<V>(name: string, make: () => Promise<V>): Promise<V> {
    const before = current();
    const found = values.get(name);
    if (before !== null && found !== undefined) return found as Promise<V>;
    const made = make();
    if (before !== null) {
      values.set(name, made);
      made.catch(() => values.get(name) === made && values.delete(name));
    }
    return made;
  }

  function put(name: string, kept: Kept): void {
    if (pages.has(name)) return;
    pages.set(name, kept);
    weight += weightOf(kept);
    for (const [oldest, other] of pages) {
      if (weight <= most) break;
      pages.delete(oldest);
      weight -= weightOf(other);
    }
  }

  return {
    async keep(name, make) {
      const before = current();
      const found = pages.get(name);
      if (before !== null && found !== undefined) return found;
      // Whoever else asks meanwhile waits for the same page.
      const made = await recall(`page ${name}`, async () => keptOf(await make()));
      if (before !== null && current() === before) {
        values.delete(`page ${name}`);
        put(name, made);
      }
      return made;
    },
    recall,
    ready: (name) => (current() === null ? undefined : pages.get(name)),
  };
}

/** With what its encodings will weigh, roughly. */
const weightOf = ({ plain }: Kept): number => plain.length * 1.5;

function keptOf({ content, type, headers = {} }: Made): Kept {
  const plain = Buffer.from(content);
  const made = new Map<Encoding, Promise<Buffer>>();
  const done = new Map<Encoding, Buffer>();
  return {
    type,
    headers,
    plain,
    tag: sha256Hex(plain).slice(0, 32),
    ready: (encoding) => done.get(encoding),
    encoded(encoding) {
      const begun = made.get(encoding) ?? compress(plain, encoding, 9);
      if (!made.has(encoding)) void begun.then((bytes) => done.set(encoding, bytes));
      made.set(encoding, begun);
      return begun;
    },
  };
}

/** Smaller answers would not travel faster in an encoding. */
export const worthIt = 860;

/** Two encodings are two representations, and a strong ETag names one. */
export const tagOf = ({ tag }: Kept, encoding: Encoding | null): string =>
  encoding === null ? `"${tag}"` : `"${tag}-${encoding}"`;

/** Whether a browser has it already, whichever encoding it got it in (RFC 9110, 13.1.2). */
export const hasIt = ({ tag }: Kept, ifNoneMatch: string | undefined): boolean =>
  ifNoneMatch !== undefined && (ifNoneMatch.includes(tag) || ifNoneMatch.trim() === '*');
