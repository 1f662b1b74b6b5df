/** Bodies at the desk: the list, one edited by hand, and a new mail address confirmed by somebody else. */
import {
  bodyReader,
  confirmMail,
  dropMail,
  mailChanges,
  type RefusedRow,
  slug,
  takeBodies,
  wantedReader,
} from '../../answer/index.ts';
import { dayIn } from '../../platform/clock.ts';
import type { Person } from '../../platform/http/index.ts';
import type { T } from '../../platform/i18n/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CaseworkDeps } from '../deps.ts';
import { peopleStore } from '../people/store.ts';
import type { BodiesAnswer, BodyForm } from './wire.ts';

export type BodiesNeeds = Pick<CaseworkDeps, 'db' | 'clock' | 'installation'>;

export async function bodiesOf({ db }: BodiesNeeds): Promise<BodiesAnswer> {
  const [bodies, changes, wanted] = await Promise.all([
    bodyReader(db).all(),
    mailChanges(db).all(),
    wantedReader(db).wanted('body'),
  ]);
  const names = await peopleStore(db).byIds(changes.flatMap(({ by }) => by ?? []));
  const waiting = new Map(changes.map((change) => [change.body, change]));
  return {
    bodies: bodies.map((body) => {
      const change = waiting.get(body.id);
      const name = names.get(change?.by ?? '');
      const by = change?.by && name !== undefined ? { id: change.by, name } : null;
      return {
        ...body,
        nameWanted: wanted.includes(body.id),
        newMail: change ? { mail: change.mail, by, day: change.day } : null,
      };
    }),
  };
}

/** The rules of an import, for a file of one line. Refusal 'body_refused' with the sentence an import would say. */
export async function saveBody(
  needs: BodiesNeeds,
  { person, form, t }: { person: Person; form: BodyForm; t: T },
): Promise<void> {
  const id = form.id ?? (await freeId(needs, form.nameEn));
  const cells: Readonly<Record<string, string>> = {
    id,
    kind: form.kind,
    name_en: form.nameEn.trim(),
    name_ar: form.nameAr.trim(),
    mail: form.mail.trim(),
    parent: form.parent ?? '',
    basis: form.basis ?? '',
    public_duty: form.publicDuty ? 'yes' : 'no',
  };
  const outcome = await takeBodies(needs.db, [{ line: 1, given: (column) => cells[column] }], {
    dryRun: false,
    namesLater: true,
    by: person.id,
    day: dayIn(needs.installation.zone, needs.clock.now()),
    watch: () => ({ step() {}, [Symbol.dispose]() {} }),
  });
  const [refused] = outcome.refused;
  if (refused) throw new Refusal('body_refused', { why: reason(refused, t) });
}

export const reason = ({ why, got, allowed }: RefusedRow, t: T): string =>
  t(`answer.refused.${why}`, { got, allowed });

/** Made from its English name; a name that is there already gets a number. */
async function freeId({ db }: BodiesNeeds, name: string): Promise<string> {
  const taken = new Set((await bodyReader(db).all()).map(({ id }) => id));
  const made = /[a-z0-9]/i.test(name.normalize('NFKD')) ? slug(name) : 'body';
  if (!taken.has(made)) return made;
  for (let n = 2; ; n++) if (!taken.has(`${made.slice(0, 56)}-${n}`)) return `${made.slice(0, 56)}-${n}`;
}

/** Refusals: 'mail_changed', 'same_person'. */
export const confirm = (
  { db }: BodiesNeeds,
  person: Person,
  asked: { body: string; mail: string },
): Promise<void> => db.transaction().execute((tx) => confirmMail(tx, { ...asked, by: person.id }));

/** The address of before stays. */
export const drop = ({ db }: BodiesNeeds, body: string): Promise<void> =>
  db.transaction().execute((tx) => dropMail(tx, body));
