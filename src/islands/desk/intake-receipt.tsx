/** The code, to be read out or printed. It is shown once and is in no list: when this page goes, it is gone. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type Code, halves, listById, showCode } from '../../platform/keys/index.ts';
import { Details } from '../../web/ui/details.tsx';
import { Icon } from '../../web/ui/icon.tsx';
import { useDesk } from './desk.ts';

export function IntakeReceipt({ code, done }: { code: Code; done(): void }) {
  const { t } = useDesk();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The printed card is neutral: the style of a receipt page hides everything else.
    document.documentElement.classList.add('receipt', 'print-code');
    title.current?.focus();
    return () => document.documentElement.classList.remove('receipt', 'print-code', 'print-halves');
  }, []);
  return (
    <div class="column stack-5 card-only">
      <h1 tabIndex={-1} ref={title}>
        {t('casework.receipt')}
      </h1>
      <p class="lede">{t('casework.receipt.read_out')}</p>
      <Card code={code} label={t('casework.receipt.code')} />
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
      <Halves code={code} />
    </div>
  );
}

/** Drawn once for this page: read out or printed later, the two cards still belong together. */
function Halves({ code }: { code: Code }) {
  const { t } = useDesk();
  const cards = useMemo(() => {
    const list = listById(code.list);
    return list ? halves(code, list) : null;
  }, [code]);
  if (cards === null) return null;
  const [a, b] = cards;
  return (
    <Details summary={t('receipt.halves')}>
      <div class="stack halves-cards">
        <p>{t('casework.receipt.halves_text')}</p>
        <Card code={a} label={t('receipt.card_a')} titled />
        <Card code={b} label={t('receipt.card_b')} titled />
        <button class="btn second" type="button" onClick={printHalves}>
          <Icon name="printer" />
          {t('receipt.print_halves')}
        </button>
      </div>
    </Details>
  );
}

function printHalves(): void {
  const { classList } = document.documentElement;
  classList.replace('print-code', 'print-halves');
  addEventListener('afterprint', () => classList.replace('print-halves', 'print-code'), { once: true });
  print();
}

/** The same card as on a reporter's own receipt. `titled`: one of two, with its label to see. */
function Card({ code, label, titled = false }: { code: Code; label: string; titled?: boolean }) {
  const { t } = useDesk();
  const digits = code.list === 'digits';
  const [whole = '', check] = digits ? showCode(code).split(' - ') : [showCode(code)];
  return (
    <section class="card" aria-label={label}>
      {titled && <h3>{label}</h3>}
      <ol class={digits ? 'words digits' : 'words'} data-code={titled ? undefined : true} translate={false}>
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
