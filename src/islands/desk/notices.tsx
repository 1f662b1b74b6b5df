/** What changed among those who can read, since this person was last here. */
import { useState } from 'preact/hooks';
import type { Me, Notice } from '../../casework/wire.ts';
import { dayIn } from '../../platform/clock.ts';
import { Note } from '../../web/ui/note.tsx';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';

export function Notices() {
  const { t, me, refresh } = useDesk();
  const [seen, setSeen] = useState(false);
  // Whoever has been signed in, or off, since no longer waits for it.
  const added = new Set(me.notices.flatMap(({ what, name }) => (what === 'reader_added' ? [name] : [])));
  const removed = new Set(me.notices.flatMap(({ what, name }) => (what === 'reader_removed' ? [name] : [])));
  const news = me.notices.filter(
    ({ what, name, day }) =>
      !founded({ what, name, day }, me) &&
      !(what === 'waiting_for_signature' && added.has(name)) &&
      !(what === 'removal_waits' && removed.has(name)),
  );
  if (seen || news.length === 0) return null;
  const done = () => {
    setSeen(true);
    // If this does not arrive, the notice is shown once more: told twice is better than not told.
    ask('notices/seen', {}).then(refresh, () => undefined);
  };
  return (
    <div class="under column">
      <Note icon="users" title={t('casework.notices')}>
        <ul class="stack-2">
          {news.map(({ what, name, day }) => (
            <li key={what + name + day}>{t(`casework.notice.${what}`, { name, day: t.day(day) })}</li>
          ))}
        </ul>
        <p>
          <button class="btn second" type="button" onClick={done}>
            {t('casework.notices.seen')}
          </button>
        </p>
      </Note>
    </div>
  );
}

/** How the list began is no news; a name that came onto it a second time is. */
function founded({ what, name, day }: Notice, { entries, installation }: Me): boolean {
  if (what !== 'reader_added' && what !== 'waiting_for_signature') return false;
  const added = entries.flatMap(({ statement }) =>
    statement.change === 'add' && statement.reader.name === name ? [statement] : [],
  );
  const [first, second] = added;
  return first?.founding === true && !second && day <= dayIn(installation.zone, new Date(first.date));
}
