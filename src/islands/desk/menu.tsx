/** Everything that is not a page of work; and Lock now, three taps away: menu, Lock now, yes. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../web/ui/icon.tsx';
import { useAct } from './act.ts';
import { ask } from './ask.ts';
import { organises, reads, twoMustOpen, useDesk } from './desk.ts';
import { Link } from './link.tsx';
import { lockNow } from './lock-now.ts';
import { Trouble } from './problem.tsx';

export function Menu() {
  const desk = useDesk();
  const { t, me, held } = desk;
  const [open, setOpen] = useState(false);
  const [sure, setSure] = useState(false);
  const yes = useRef<HTMLButtonElement>(null);
  const act = useAct();
  useEffect(() => {
    setOpen(false);
    setSure(false);
  }, [desk.view]);
  useEffect(() => {
    if (sure) yes.current?.focus();
  }, [sure]);
  const lock = () =>
    act.run(async () => {
      await lockNow(desk);
      desk.signedOut('locked');
    });
  const leave = () =>
    act.run(async () => {
      await ask('sign-out', {});
      desk.signedOut('left');
    });
  return (
    <details
      class="desk-menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        event.currentTarget.querySelector('summary')?.focus();
      }}
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        if (!event.currentTarget.open) setSure(false);
      }}
    >
      <summary>
        <Icon name="menu" />
        {t('casework.menu')}
      </summary>
      <div class="desk-menu-list stack-2">
        <p class="small quiet">{t('casework.signed_in_as', { name: me.name })}</p>
        {reads(me) && !sure && (
          <button class="btn second wide" type="button" onClick={() => setSure(true)}>
            <Icon name="lock-keyhole" />
            {t('casework.lock_now')}
          </button>
        )}
        {sure && (
          <div class="note mind">
            <div class="stack-2">
              <p>{t(held ? 'casework.lock_now.sure' : 'casework.lock_now.sure_locked')}</p>
              <p class="acts">
                <button class="btn" type="button" ref={yes} disabled={act.busy} onClick={lock}>
                  {t('casework.lock_now.yes')}
                </button>
                <button class="btn second" type="button" onClick={() => setSure(false)}>
                  {t('casework.no')}
                </button>
              </p>
            </div>
          </div>
        )}
        <Trouble error={act.problem} t={t} />
        <ul>
          {(me.roles.includes('caseworker') || organises(me)) && (
            <li>
              <Link to={{ page: 'bodies' }}>{t('casework.page.bodies')}</Link>
            </li>
          )}
          {me.roles.includes('caseworker') && (
            <li>
              <Link to={{ page: 'many' }}>{t('casework.page.many')}</Link>
            </li>
          )}
          {me.roles.includes('caseworker') && (
            <li>
              <Link to={{ page: 'corrections' }}>{t('casework.page.corrections')}</Link>
            </li>
          )}
          {organises(me) && (
            <li>
              <a href={`/${t.locale}/desk/set-up`}>{t('casework.page.set_up')}</a>
            </li>
          )}
          {me.roles.includes('caseworker') && (
            <li>
              {/* Beside this page: leaving it would close the keys. */}
              <a href={`/${t.locale}/desk/set-up/lawful`} target="_blank" rel="noopener">
                {t('casework.page.lawful')}
                <span class="vh"> ({t('casework.new_tab')})</span>
              </a>
            </li>
          )}
          {organises(me) && (
            <li>
              <a href={`/${document.documentElement.dataset.locale}/desk/talk/counts`}>
                {t('casework.page.talk')}
              </a>
            </li>
          )}
          {held && (
            <li>
              <button class="plain-btn" type="button" onClick={desk.lock}>
                {t('casework.close_keys')}
              </button>
            </li>
          )}
          {me.roles.includes('caseworker') && me.reader && (
            <li>
              <Link to={{ page: 'pressure' }}>{t('casework.page.pressure')}</Link>
            </li>
          )}
          {reads(me) && me.reader && (
            <>
              {twoMustOpen(desk) && (
                <li>
                  <Link to={{ page: 'together' }}>{t('casework.page.together')}</Link>
                </li>
              )}
              <li>
                <Link to={{ page: 'share' }}>{t('casework.page.share')}</Link>
              </li>
              {!twoMustOpen(desk) && (
                <li>
                  <Link to={{ page: 'archive' }}>{t('casework.page.archive')}</Link>
                </li>
              )}
              <li>
                <Link to={{ page: 'leaving' }}>{t('casework.page.leaving')}</Link>
              </li>
              <li>
                <Link to={{ page: 'export' }}>{t('casework.page.export')}</Link>
              </li>
              <li>
                <Link to={{ page: 'identity' }}>{t('casework.page.identity')}</Link>
              </li>
            </>
          )}
          <li>
            {/* Beside this page: leaving it would close the keys. */}
            <a href={`/${t.locale}/desk/health`} target="_blank" rel="noopener">
              {t('health.title')}
              <span class="vh"> ({t('casework.new_tab')})</span>
            </a>
          </li>
          <li>
            <button
              class="plain-btn"
              type="button"
              aria-pressed={desk.shortcuts}
              onClick={() => desk.setShortcuts(!desk.shortcuts)}
            >
              {t(desk.shortcuts ? 'casework.shortcuts.on' : 'casework.shortcuts.off')}
            </button>
          </li>
          <li>
            <button class="plain-btn" type="button" disabled={act.busy} onClick={leave}>
              {t('casework.sign_out')}
            </button>
          </li>
        </ul>
      </div>
    </details>
  );
}
