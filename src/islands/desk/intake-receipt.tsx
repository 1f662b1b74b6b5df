/** The code, to be read out or printed. It is shown once and is in no list: when this page goes, it is gone. */
import { useEffect, useRef } from 'preact/hooks';
import { type Code, showCode } from '../../platform/keys/index.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { useDesk } from './desk.ts';

export function IntakeReceipt({ code, done }: { code: Code; done(): void }) {
  const { t } = useDesk();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The printed card is neutral: the style of a receipt page hides everything else.
    document.documentElement.classList.add('receipt', 'print-code');
    title.current?.focus();
    return () => document.documentElement.classList.remove('receipt', 'print-code');
  }, []);
  return (
    <div class="column stack-5 card-only">
      <h1 tabIndex={-1} ref={title}>
        {t('casework.receipt')}
      </h1>
      <p class="lede">{t('casework.receipt.read_out')}</p>
      <Card code={code} />
      <p>{t('casework.receipt.back')}</p>
      <p class="quiet">{t('casework.receipt.once')}</p>
      <p class="acts">
        <button class="btn" type="button" onClick={done}>
          <Icon name="check" />
          {t('casework.receipt.done')}
        </button>
        <button class="btn second" type="button" onClick={() => print()}>
          <Icon name="printer" />
          {t('casework.receipt.print')}
        </button>
      </p>
    </div>
  );
}

/** The same card as on a reporter's own receipt. */
function Card({ code }: { code: Code }) {
  const { t } = useDesk();
  const digits = code.list === 'digits';
  const [whole = '', check] = digits ? showCode(code).split(' - ') : [showCode(code)];
  return (
    <section class="card" aria-label={t('casework.receipt.code')}>
      <ol class={digits ? 'words digits' : 'words'} data-code translate={false}>
        {whole.split(' ').map((part) => (
          <li dir="ltr">{part}</li>
        ))}
      </ol>
      {check && (
        <p class="check-digit">
          {t('receipt.check_digit')} <b class="num">{check}</b>
        </p>
      )}
    </section>
  );
}
