/** Bodies from a table: id, kind, names, mail, whoever is above, basis, public duty. */
import type { Kysely } from '../../platform/db/index.ts';
import { isAddress } from '../../platform/mail/index.ts';
import { mailChanges } from '../body/mail-store.ts';
import { type Basis, type Body, type BodyKind, bases, bodyKinds } from '../body/model.ts';
import { bodyReader, bodyWriter } from '../body/store.ts';
import { type Columns, type File, type Line, readCsv } from './csv.ts';
import { idOr, names, type Refused, type Row, rowOr, type Shown, shownNames, unfit } from './row.ts';
import { type How, type Outcome, run } from './run.ts';

export const bodyColumns: Columns = {
  needed: ['id', 'kind', 'name_en', 'public_duty'],
  allowed: ['name_ar', 'mail', 'parent', 'basis'],
};

interface Old {
  body: Body;
  wanted: boolean;
}

/** New ones are added, known ones take what differs; none is ever removed. Refusals: 'import_file', 'import_columns'. */
export async function importBodies(db: Kysely<unknown>, file: File, how: How): Promise<Outcome> {
  return takeBodies(db, await readCsv(file, bodyColumns), how);
}

/**
 * The same for lines from anywhere else. A new mail address of a body that is known waits, since with it whatever is
 * asked could be led to somebody else; where it had none yet, too.
 */
export async function takeBodies(
  db: Kysely<unknown>,
  lines: readonly (Line | Refused)[],
  how: How,
): Promise<Outcome> {
  const read = async (tx: Kysely<unknown>, wanted: ReadonlySet<string>) => {
    const known = await withNewMail(tx);
    const old = new Map(known.map((body) => [body.id, { body, wanted: wanted.has(body.id) }]));
    using bar = how.watch(lines.length);
    const rows = lines.map((line) => {
      bar.step();
      if ('why' in line) return line;
      const id = line.given('id') ?? '';
      return rowOr(line.line, id, () => rowFrom(line, old.get(idOr(id)), how.namesLater));
    });
    const before = new Map(
      [...old].map(([id, { body, wanted }]) => [id, { shown: shown(body, wanted), parent: body.parent }]),
    );
    return {
      rows,
      before,
      async write(taken: readonly Row<Body>[], tx: Kysely<unknown> | null) {
        if (tx) await writeBodies(tx, taken, how);
        return {};
      },
    };
  };
  return run<Body>(db, { what: 'body', read }, how);
}

/** As whoever entered it last wants them: with the address that waits, where one does. */
async function withNewMail(db: Kysely<unknown>): Promise<Body[]> {
  const waiting = new Map((await mailChanges(db).all()).map(({ body, mail }) => [body, mail]));
  return (await bodyReader(db).all()).map((body) => ({ ...body, mail: waiting.get(body.id) ?? body.mail }));
}

async function writeBodies(
  tx: Kysely<unknown>,
  taken: readonly Row<Body>[],
  { by, day }: How,
): Promise<void> {
  const known = new Map((await bodyReader(tx).all()).map((body) => [body.id, body]));
  const isNewMail = ({ id, mail }: Body) =>
    mail !== null && mail !== known.get(id)?.mail && (known.has(id) || by !== null);
  const bodies = taken.map(({ value }) => value);
  await bodyWriter(tx).put(
    bodies.map((body) => (isNewMail(body) ? { ...body, mail: known.get(body.id)?.mail ?? null } : body)),
  );
  for (const body of bodies) {
    if (isNewMail(body) && body.mail) await mailChanges(tx).put({ body: body.id, mail: body.mail, by, day });
    else await mailChanges(tx).drop(body.id);
  }
}

function rowFrom({ line, given }: Line, old: Old | undefined, namesLater: boolean): Row<Body> {
  const before = old && { name: old.body.name, wanted: old.wanted };
  const { name, wanted } = names({ en: given('name_en'), ar: given('name_ar') }, before, namesLater);
  const value: Body = {
    id: given('id') ?? '',
    kind: kindFrom(given('kind') ?? ''),
    name,
    mail: mailFrom(given('mail'), old?.body.mail ?? null),
    parent: emptyIsNone(given('parent'), old?.body.parent ?? null),
    basis: basisFrom(given('basis'), old?.body.basis ?? null),
    publicDuty: yesOrNo(given('public_duty') ?? ''),
  };
  return { line, id: value.id, parent: value.parent, value, shown: shown(value, wanted), wanted };
}

/** A column that is not there changes nothing; an empty cell empties. */
export function emptyIsNone(cell: string | undefined, before: string | null): string | null {
  return cell === undefined ? before : cell || null;
}

function kindFrom(got: string): BodyKind {
  return bodyKinds.find((kind) => kind === got) ?? unfit({ why: 'kind', got, allowed: bodyKinds.join(', ') });
}

function basisFrom(cell: string | undefined, before: Basis | null): Basis | null {
  if (cell === undefined) return before;
  if (cell === '') return null;
  return (
    bases.find((basis) => basis === cell) ?? unfit({ why: 'basis', got: cell, allowed: bases.join(', ') })
  );
}

function mailFrom(cell: string | undefined, before: string | null): string | null {
  const mail = emptyIsNone(cell, before);
  if (mail === null || isAddress(mail)) return mail;
  return unfit({ why: 'mail', got: mail });
}

function yesOrNo(got: string): boolean {
  const word = got.toLowerCase();
  return word === 'yes' || (word !== 'no' && unfit({ why: 'public_duty', got }));
}

function shown(body: Body, wanted: boolean): Shown {
  return {
    kind: body.kind,
    ...shownNames({ name: body.name, wanted }),
    mail: body.mail ?? '',
    parent: body.parent ?? '',
    basis: body.basis ?? '',
    public_duty: body.publicDuty ? 'yes' : 'no',
  };
}
