/** What a reader of one form hands back, before it is put in order. */
import type { Post, Source } from './model.ts';

export interface Found {
  source: Source;
  posts: readonly Post[];
  lacks: number;
}

/** A field of a post that cannot be read; the place is a line of the file, or the number of the post in it. */
export class Wrong extends Error {
  readonly line: number;
  readonly field: string;
  readonly got: string;

  constructor(line: number, field: string, got: unknown) {
    super(field);
    this.line = line;
    this.field = field;
    this.got = String(got).slice(0, 80);
  }
}
