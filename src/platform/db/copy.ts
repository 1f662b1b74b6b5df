/**
 * COPY over one connection, in both directions and in bounded memory: rows in PostgreSQL's text format, which every
 * supported major writes and reads alike. https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-COPY
 */
import type { Duplex } from 'node:stream';
import type pg from 'pg';

/** What pg's connection has beside its published shape. */
interface Wire {
  stream: Duplex;
  query(text: string): void;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(why: string): void;
}
const wireOf = (connection: pg.Connection) => connection as unknown as Wire;

/** Bytes that may wait to be read before the server is asked to wait. */
const ENOUGH_WAITING = 1 << 20;

/** 'COPY 42' -> 42 */
const rowsIn = ({ text }: { text: string }): number => Number(/\d+$/.exec(text)?.[0] ?? 0);

/** `statement`: COPY … TO STDOUT. Yields one row at a time, with its line end; returns their number. */
export async function* copyOut(client: pg.Client, statement: string): AsyncGenerator<Buffer, number> {
  const waiting: Buffer[] = [];
  let bytes = 0;
  let rows = 0;
  let ended: { error?: Error } | null = null;
  let wire: Wire | null = null;
  let wake = Promise.withResolvers<void>();
  const end = (how: { error?: Error }) => {
    ended = how;
    wake.resolve();
  };
  client.query({
    submit(connection: pg.Connection) {
      wire = wireOf(connection);
      wire.query(statement);
    },
    handleCopyData({ chunk }: { chunk: Buffer }) {
      // The parser uses its memory again.
      waiting.push(Buffer.from(chunk));
      bytes += chunk.length;
      if (bytes > ENOUGH_WAITING) wire?.stream.pause();
      wake.resolve();
    },
    handleCommandComplete(message: { text: string }) {
      rows = rowsIn(message);
    },
    handleReadyForQuery: () => end({}),
    handleError: (error: Error) => end({ error }),
  });
  const how = () => ended as { error?: Error } | null;
  for (;;) {
    const next = waiting.shift();
    if (next !== undefined) {
      bytes -= next.length;
      yield next;
    } else if (how() === null) {
      wake = Promise.withResolvers<void>();
      (wire as Wire | null)?.stream.resume();
      await wake.promise;
    } else {
      const error = how()?.error;
      if (error !== undefined) throw error;
      return rows;
    }
  }
}

/** `statement`: COPY … FROM STDIN. Returns how many rows were taken; where `source` fails none is, and its error is thrown. */
export function copyIn(
  client: pg.Client,
  statement: string,
  source: AsyncIterable<Uint8Array>,
): Promise<number> {
  const done = Promise.withResolvers<number>();
  let rows = 0;
  let over = false;
  let broke: unknown;
  async function pump(wire: Wire): Promise<void> {
    try {
      for await (const chunk of source) {
        if (over) return;
        wire.sendCopyFromChunk(chunk);
        if (wire.stream.writableNeedDrain) await drained(wire.stream);
      }
      if (!over) wire.endCopyFrom();
    } catch (error) {
      broke = error;
      if (!over) wire.sendCopyFail('the source broke off');
    }
  }
  client.query({
    submit: (connection: pg.Connection) => wireOf(connection).query(statement),
    handleCopyInResponse: (connection: pg.Connection) => void pump(wireOf(connection)),
    handleCommandComplete(message: { text: string }) {
      rows = rowsIn(message);
    },
    handleReadyForQuery: () => done.resolve(rows),
    handleError(error: Error) {
      over = true;
      done.reject(broke ?? error);
    },
  });
  return done.promise;
}

/** Also where the connection went away: then nothing will ever drain. */
function drained(stream: Duplex): Promise<void> {
  return new Promise((resolve) => {
    const on = () => {
      stream.off('drain', on);
      stream.off('close', on);
      resolve();
    };
    stream.once('drain', on);
    stream.once('close', on);
  });
}
