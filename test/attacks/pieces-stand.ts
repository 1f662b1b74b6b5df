/** What the database says of pieces, files and reports, beside what phones were told: the same, however often anything was killed. */
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { SentPiece } from '../files.ts';

/** Pieces that belong together, and what the server has said of them. */
export interface Bundled {
  report: string;
  /** 'told' or 'addition-1'. */
  item: string;
  bundle: string;
  /** '1.2 <sha256>', in order: their bytes are forgotten here once they are sent. */
  pieces: readonly string[];
  /** So many of them, from the first, it has acknowledged. */
  taken: number;
  /** It has said that the report, or the addition, is stored. */
  isStored: boolean;
}

export const hashOf = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');

interface Standing {
  id: string;
  report: string | null;
  begun_for: string;
  item: string;
  bytes: string;
  length: string;
  /** As they are named above. */
  pieces: readonly string[];
  /** The row its item makes is there: the report itself, or what was added to it. */
  is_there: boolean;
}

/** `known`: as it was before the kill, so that all of it must stand. What is wrong, in words; empty where nothing is. */
export async function wrongIn(db: Kysely<unknown>, known: readonly Readonly<Bundled>[]): Promise<string[]> {
  const { rows } = await sql<Standing>`
    select b.id, b.report, b.begun_for, b.item, b.bytes, coalesce(sum(octet_length(p.body)), 0) as length,
      coalesce(array_agg(p.file || '.' || p.number || ' ' || encode(sha256(p.body), 'hex') order by p.file, p.number)
        filter (where p.bundle is not null), '{}') as pieces,
      case when b.item = 'told' then exists (select from report where id = b.begun_for)
        else exists (select from report_item i where i.report = b.begun_for and i.kind = 'addition') end as is_there
    from report_bundle b left join report_piece p on p.bundle = b.id group by b.id`.execute(db);
  const standing = new Map(rows.map((row) => [row.id, row]));
  const wrong: string[] = [];
  for (const one of known) {
    const there = standing.get(one.bundle);
    if (!one.pieces.slice(0, one.taken).every((piece) => there?.pieces.includes(piece)))
      wrong.push('an acknowledged piece is gone or another');
    if (one.isStored && there?.report !== one.report) wrong.push('what was acknowledged has no files');
  }
  const sentIn = new Map(known.map(({ bundle, pieces }) => [bundle, pieces]));
  for (const { id, report, begun_for, bytes, length, pieces, is_there } of rows) {
    if (bytes !== length) wrong.push('a bundle counts other bytes than lie in it');
    if (report !== null && report !== begun_for) wrong.push('a file belongs to another report');
    if (is_there !== (report !== null))
      wrong.push('a report without its files, or files without their report');
    const all = sentIn.get(id);
    if (all === undefined) continue;
    if (!pieces.every((piece) => all.includes(piece))) wrong.push('a piece that nobody sent');
    if (report !== null && pieces.length !== all.length) wrong.push('a file is claimed that is not whole');
  }
  return wrong;
}

export const nameOf = ({ file, number, body }: SentPiece): string => `${file}.${number} ${hashOf(body)}`;

/** Bundles, those of them nobody has claimed, and all their pieces. */
export async function lyingHere(
  db: Kysely<unknown>,
): Promise<{ bundles: number; unclaimed: number; pieces: number }> {
  const { rows } = await sql<{ bundles: number; unclaimed: number; pieces: number }>`select
    (select count(*)::int from report_bundle) as bundles,
    (select count(*)::int from report_bundle where report is null) as unclaimed,
    (select count(*)::int from report_piece) as pieces`.execute(db);
  if (rows[0] === undefined) throw new Error('There is no answer');
  return rows[0];
}

/** As if all of it had been begun so many days before, and nobody had looked through it since. */
export async function setBack(db: Kysely<unknown>, days: number): Promise<void> {
  await sql`update report_bundle set begun = begun - ${days}::int`.execute(db);
}
