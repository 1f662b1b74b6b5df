/** What is looked at before an ask goes out: each with its reason and what helps. */
import { Fragment } from 'preact';
import type { Check } from '../../../answer/ask/check.ts';
import type { Key } from '../../../platform/i18n/index.ts';
import { Icon } from '../../../web/ui/icon.tsx';
import { useDesk } from '../desk.ts';

const classes = { pass: '', fail: 'desk-fails', needs_second: 'desk-second' } as const;
const icons = { pass: 'check', fail: 'x', needs_second: 'info' } as const;

export function Checks({ checks }: { checks: readonly Check[] }) {
  const { t } = useDesk();
  return (
    <ul class="checks stack-2" data-checks>
      {checks.map(({ check, says, why, params, spans }) => (
        <li key={`${check} ${why}`} class={classes[says]}>
          <Icon name={icons[says]} />
          <span>
            <span class="vh">{t(`casework.check.${says}`)}: </span>
            <b>{t(`answer.check.${check}`)}</b>
            <br />
            {t(`answer.check.${check}.${why}` as Key, params)}
            {spans.map(({ text, from, language }) => (
              <Fragment key={`${language} ${from}`}>
                {' '}
                <mark dir="auto">{text}</mark>
              </Fragment>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
