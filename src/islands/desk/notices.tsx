/** What changed among those who can read, since this person was last here. */
import { useState } from 'preact/hooks';
import { Note } from '../../web/ui/note.tsx';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { newsOf } from './news.ts';

export function Notices() {
  const { t, me, refresh } = useDesk();
  const [seen, setSeen] = useState(false);
  const news = newsOf(me);
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
