/** A moderator's own page: how they come in, where they are signed in, and the way out. */
import { Type } from 'typebox';
import { type Asked, page, type Route, redirect, route } from '../../platform/http/index.ts';
import { Button, Icon, Note, Page } from '../../web/index.ts';
import { here } from '../access/routes.ts';
import { endedCookie } from '../access/sessions.ts';
import { accessStore } from '../access/store.ts';
import type { CaseworkDeps } from '../deps.ts';
import { base64url } from '../shapes.ts';

interface Session {
  id: string;
  since: string;
  lastSeen: string;
  here: boolean;
}

export function youRoutes(deps: CaseworkDeps): Route[] {
  const mine = { guard: { role: 'moderator' }, localised: true } as const;
  return [
    route({
      ...mine,
      method: 'GET',
      url: '/desk/you',
      handle: async (asked) => {
        const { id, name, sessionId } = here(asked.person);
        const access = accessStore(deps.db);
        const passkeys = (await access.passkeys(id)).length;
        const sessions = (await access.sessions(id, deps.clock.now())).map((one) => {
          return { id: one.id, since: one.since, lastSeen: one.last_seen, here: one.id === sessionId };
        });
        return page(<You {...{ asked, name, passkeys, sessions }} />);
      },
    }),
    route({
      ...mine,
      method: 'POST',
      url: '/desk/you/end',
      body: Type.Object({ id: base64url(22, 22) }),
      handle: async ({ person, body, link }) => {
        const { id, sessionId } = here(person);
        await accessStore(deps.db).endSession(id, body.id);
        return body.id === sessionId
          ? redirect(link('/sign-in'), { cookies: [endedCookie] })
          : redirect(link('/desk/you'));
      },
    }),
  ];
}

interface YouProps {
  asked: Asked;
  name: string;
  passkeys: number;
  sessions: readonly Session[];
}

function You({ asked, name, passkeys, sessions }: YouProps) {
  const { t, link } = asked;
  return (
    <Page asked={asked} title={t('staff.you')} islands={['you']} texts={['staff.you.']} desk>
      <div class="column stack-7">
        <div class="stack">
          <a class="back" href={link('/desk/talk')}>
            <Icon name="chevron-left" flip />
            {t('staff.you.back')}
          </a>
          <h1>{t('staff.you.h1', { name })}</h1>
          <p class="lede">{t('staff.you.lede')}</p>
        </div>
        <section class="stack" aria-labelledby="passkeys">
          <h2 id="passkeys">{t('staff.you.passkeys')}</h2>
          <p data-passkeys>
            {passkeys === 0 ? t('staff.you.no_passkey') : t('staff.you.passkeys_n', { n: passkeys })}
          </p>
          <div data-add-passkey hidden class="stack">
            <Button type="button" kind="second" icon="key-round">
              {t('staff.you.add')}
            </Button>
            <p role="status" data-said />
          </div>
          <noscript>
            <Note kind="mind">
              <p>{t('staff.you.script')}</p>
            </Note>
          </noscript>
        </section>
        <section class="stack" aria-labelledby="sessions">
          <h2 id="sessions">{t('casework.sessions')}</h2>
          <ul class="stack">
            {sessions.map(({ id, since, lastSeen, here: isHere }) => (
              <li key={id} class="stack-2">
                <p>
                  {t(isHere ? 'casework.session.here' : 'casework.session.other', {
                    since: t.day(since),
                    seen: t.day(lastSeen),
                  })}
                </p>
                <form method="post" action={link('/desk/you/end')}>
                  <input type="hidden" name="id" value={id} />
                  <Button kind="second" icon="log-out">
                    {t(isHere ? 'casework.sign_out' : 'casework.session.end')}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  );
}
