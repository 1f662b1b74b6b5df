/** What she agreed to, and what is public: nothing, until asks and releases are built. */
import { Icon } from '../../web/ui/icon.tsx';
import { useDesk } from './desk.ts';
import { nameOf } from './list.ts';
import type { Unsealed } from './report.tsx';

export function Choices({ report, opened }: Unsealed) {
  const { t, me, list } = useDesk();
  const { consents } = report;
  const onTheList = new Set(
    [...list.active, ...list.waiting.map(({ reader }) => reader)].map(({ id }) => id),
  );
  const named = (id: string) => {
    const name = nameOf(me.entries, id);
    return onTheList.has(id) ? name : t('casework.former_key', { name });
  };
  // A signature says something only under the key that was sealed in when the report was sent.
  const checked = !opened.mismatches.some((one) => one === 'told' || one === 'signer' || one === 'consents');
  // What she never signed counts for nothing, whatever the server says.
  const lines = [
    { yes: checked && consents.count, text: t('casework.choice.count') },
    {
      yes: checked && consents.ask !== null,
      text: consents.ask ? t(`casework.choice.ask.${consents.ask}`) : t('casework.choice.ask'),
    },
    { yes: checked && consents.contact, text: t('casework.choice.contact') },
    { yes: checked && consents.keep, text: t('casework.choice.keep') },
  ];
  return (
    <>
      <section class="stack-2" aria-labelledby="choices-title">
        <h2 id="choices-title">{t('casework.choices')}</h2>
        <ul class="checks stack-2">
          {lines.map(({ yes, text }) => (
            <li key={text} class={yes ? '' : 'desk-not'}>
              <Icon name={yes ? 'check' : 'minus'} />
              <span>
                <span class="vh">{t(yes ? 'casework.yes' : 'casework.no')}: </span>
                {text}
              </span>
            </li>
          ))}
        </ul>
        <p class="quiet">{t(checked ? 'casework.choice.signed' : 'casework.choice.unsigned')}</p>
      </section>
      <section class="stack-2">
        <h2>{t('casework.public')}</h2>
        <p>{t('casework.public.nothing')}</p>
      </section>
      <section class="stack-2">
        <h2>{t('casework.can_open')}</h2>
        <p>{t.list(report.readers.map(named))}</p>
      </section>
    </>
  );
}
