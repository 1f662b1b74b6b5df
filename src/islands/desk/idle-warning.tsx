/** Locks after fifteen idle minutes; two minutes before, one press keeps the desk open. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from './desk.ts';
import { locksAt, type Watch, warnMinutes, watchIdle } from './idle.ts';

export function IdleWarning() {
  const desk = useDesk();
  const latest = useRef(desk);
  latest.current = desk;
  const watch = useRef<Watch | null>(null);
  const [until, setUntil] = useState<Date | null>(null);
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const started = watchIdle(desk.clock, (state) => {
      if (state === 'lock') {
        latest.current.lock();
        latest.current.say(latest.current.t('casework.locked'));
      }
      setUntil(state === 'warn' ? locksAt(started.touched()) : null);
    });
    watch.current = started;
    return () => started.stop();
  }, []);
  useEffect(() => {
    if (until) stay.current?.focus();
  }, [until]);
  if (!until) return null;
  const { t, me } = desk;
  return (
    <div class="desk-warning" role="alertdialog" aria-labelledby="idle-words">
      <p id="idle-words">
        {t('casework.idle', { time: t.time(until, me.installation.zone), n: warnMinutes })}
      </p>
      <button class="btn" type="button" ref={stay} onClick={() => watch.current?.stay()}>
        {t('casework.idle.stay')}
      </button>
    </div>
  );
}
