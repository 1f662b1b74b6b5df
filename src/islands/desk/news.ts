/** Which notices are news to this person: what is known, done or told by its own page is left out. */
import type { Me, Notice } from '../../casework/wire.ts';
import { dayIn } from '../../platform/clock.ts';

type About = Pick<Me, 'name' | 'reader' | 'notices' | 'entries'> & { installation: { zone: string } };

export function newsOf(me: About): Notice[] {
  const told = (what: Notice['what'], name: string) =>
    me.notices.some((one) => one.what === what && one.name === name);
  return me.notices.filter(
    (notice) =>
      !founded(notice, me) &&
      !own(notice, me) &&
      !superseded(notice, me) &&
      !repeated(notice, me) &&
      // Whoever has been signed in, or off, since no longer waits for it.
      !(notice.what === 'waiting_for_signature' && told('reader_added', notice.name)) &&
      !(notice.what === 'removal_waits' && told('reader_removed', notice.name)),
  );
}

/** A waiting key of one's own has a page of its own, and whoever pressed Lock now knows it. */
function own({ what, name }: Notice, me: About): boolean {
  return name === me.name && (what === 'waiting_for_signature' || (what === 'reader_removed' && !me.reader));
}

/** Off the list and on it again, or the other way round: the list says which came last, a day alone does not. */
function superseded({ what, name, day }: Notice, { entries, installation }: About): boolean {
  const last = entries.findLast(({ statement }) => statement.reader.name === name)?.statement;
  if (!last || day > dayIn(installation.zone, new Date(last.date))) return false;
  return what === (last.change === 'add' ? 'reader_removed' : 'reader_added');
}

/** Who comes in with a link each day is told of once, with the last day. */
function repeated({ what, name, day }: Notice, { notices }: About): boolean {
  if (what !== 'came_by_link' && what !== 'new_passkey') return false;
  return notices.some((one) => one.what === what && one.name === name && one.day > day);
}

/** How the list began is no news; a name that came onto it a second time is. */
function founded({ what, name, day }: Notice, { entries, installation }: About): boolean {
  if (what !== 'reader_added' && what !== 'waiting_for_signature') return false;
  const [first, ...later] = entries.flatMap(({ statement }) =>
    statement.change === 'add' && statement.reader.name === name ? [statement] : [],
  );
  const dayOf = (date: string) => dayIn(installation.zone, new Date(date));
  return (
    first?.founding === true && day <= dayOf(first.date) && !later.some(({ date }) => day === dayOf(date))
  );
}
