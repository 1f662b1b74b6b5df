/** Says what went wrong, by name, with focus, beside what was pressed. */
import { useEffect, useRef } from 'preact/hooks';
import type { Key, T } from '../../platform/i18n/index.ts';
import { KeyRefusal } from '../../platform/keys/index.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { Refused } from './ask.ts';

export interface Said {
  title: string;
  help: string;
}

/** The sentence for an error. Codes without a text are bugs: they get the general one, never their own name. */
export function said(error: unknown, t: T): Said {
  const from = (stem: string, params = {}): Said | null => {
    try {
      return { title: t(`${stem}.title` as Key, params), help: t(`${stem}.help` as Key, params) };
    } catch {
      return null;
    }
  };
  const general = { title: t('web.broken.title'), help: t('web.broken.help') };
  if (error instanceof KeyRefusal)
    return from(`casework.refused.${error.code}`, { ...error.params }) ?? general;
  if (!(error instanceof Refused)) return general;
  const ours = from(`casework.refused.${error.code}`, error.params);
  const theirs = error.title === '' ? null : { title: error.title, help: error.help };
  return ours ?? from(`refusal.${error.code}`, error.params) ?? theirs ?? general;
}

export function Trouble({ error, t, again }: { error: unknown; t: T; again?: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  const { title, help } = said(error, t);
  // A colleague who was faster is no error: brick is for what went wrong.
  const kind = error instanceof Refused && error.code === 'claimed_by_other' ? 'mind' : 'bad';
  return (
    <div class={`note ${kind}`} role="alert" tabIndex={-1} ref={box}>
      <Icon name="circle-alert" />
      <div>
        <p>
          <b>{title}</b>
        </p>
        <p>{help}</p>
        {again && (
          <p>
            <button class="btn second" type="button" onClick={again}>
              {t('web.again')}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
