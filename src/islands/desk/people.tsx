/** Who can read and who works here; keys to sign; own keys and sessions; for organisers, inviting. */
import { dayIn } from '../../platform/clock.ts';
import type { ReaderList } from '../../platform/keys/index.ts';
import { Note } from '../../web/ui/note.tsx';
import { organises, reads, useDesk } from './desk.ts';
import { Invite } from './invite.tsx';
import { OwnKeys } from './own-keys.tsx';
import { getsNews, OwnMail } from './own-mail.tsx';
import { Sessions } from './sessions.tsx';
import { Signing } from './signing.tsx';

export function People() {
  const { t, me, list } = useDesk();
  return (
    <div class="beside desk">
      <div class="stack-7">
        <div class="stack-5">
          <h1>{t('casework.page.people')}</h1>
          {organises(me) && !reads(me) && (
            <Note icon="eye-off" title={t('casework.organiser.cannot')}>
              <p>{t('casework.organiser.why')}</p>
            </Note>
          )}
          <Readers list={list} />
        </div>
        {reads(me) && <Signing />}
        {organises(me) && <Invite />}
      </div>
      <div class="stack-5 aside">
        {reads(me) && <OwnKeys />}
        <Sessions />
        {getsNews(me) && <OwnMail />}
      </div>
    </div>
  );
}

function Readers({ list }: { list: ReaderList }) {
  const { t, me } = useDesk();
  const { zone } = me.installation;
  return (
    <section class="stack" aria-labelledby="readers-title">
      <h2 id="readers-title">{t('casework.readers')}</h2>
      <ul class="list">
        {list.active.map((reader) => (
          <li key={reader.id}>
            <b>{reader.name}</b>
            <p class="meta">
              <span>
                {reader.place === 'ours'
                  ? t('casework.reader.ours')
                  : t('casework.reader.outside', { organisation: reader.organisation ?? '' })}
              </span>
              {reader.childTrained && <span>{t('casework.reader.child')}</span>}
              {reader.together && <span>{t('casework.reader.two')}</span>}
            </p>
            <span class="tag good">{t('casework.reader.counts')}</span>
          </li>
        ))}
        {list.waiting.map(({ reader, from }) => (
          <li key={reader.id}>
            <b>{reader.name}</b>
            <p class="meta">
              <span>
                {t('casework.reader.from', { day: t.day(dayIn(zone, from)), time: t.time(from, zone) })}
              </span>
            </p>
            <span class="tag mind">{t('casework.reader.waits')}</span>
          </li>
        ))}
      </ul>
      {list.active.length === 0 && <p>{t('casework.readers.none')}</p>}
      <p class="small quiet">{t('casework.readers.proved', { n: list.number })}</p>
    </section>
  );
}
