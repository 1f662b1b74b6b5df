/** Lines of a CSV file as they are read from the disk, one after the other: memory does not grow with the file. */
import { createReadStream } from 'node:fs';
import { pipeline, Transform } from 'node:stream';
import { Refusal } from '../../platform/refusal.ts';

export interface CsvLine {
  /** The line of the file it ends on, as an editor counts them. */
  line: number;
  cells: readonly string[];
}

/** A quotation mark that is never closed would take the rest of the file for one cell. */
const LONGEST = 1 << 20;

/**
 * The first line too. Empty lines are passed over. Refusals: 'import_file' {file, why} where it cannot be read,
 * 'import_unreadable' {file, line, said} where it is no CSV in UTF-8; neither says a word of what stands in it.
 */
export async function* csvLines(file: string, separator = ','): AsyncGenerator<CsvLine> {
  // Loaded when a file is read: a server that reads none does not hold it in memory.
  const { CsvError, parse } = await import('csv-parse');
  const parser = parse({
    bom: true,
    delimiter: separator,
    info: true,
    max_record_size: LONGEST,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const ended = Promise.withResolvers<void>();
  pipeline(createReadStream(file), onlyUtf8(), parser, () => ended.resolve());
  try {
    for await (const { record, info } of parser) yield { line: info.lines, cells: record };
  } catch (error) {
    if (error instanceof CsvError)
      throw new Refusal('import_unreadable', { file, line: Number(error.lines ?? 0), said: error.code });
    throw refusal(file, error);
  } finally {
    parser.destroy();
    await ended.promise;
  }
}

/** Passes the bytes on as they are, and fails where they are of another encoding. */
function onlyUtf8(): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const check = (bytes?: Buffer) => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
      return null;
    } catch (error) {
      return error as Error;
    }
  };
  return new Transform({
    transform: (bytes: Buffer, _, done) => {
      const error = check(bytes);
      if (error) done(error);
      else done(null, bytes);
    },
    flush: (done) => done(check()),
  });
}

function refusal(file: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return new Refusal('import_unreadable', { file, line: '?', said: 'not UTF-8' });
  }
  return code === undefined ? error : new Refusal('import_file', { file, why: code });
}
