import { type Frame, Page } from '../../web/index.ts';
import type { Situation } from '../situation.ts';
import type { Kept } from '../wizard/seal-here.ts';
import { Receipt } from './receipt.tsx';

interface Props {
  frame: Frame;
  now: Situation;
  kept: Kept;
  shared: boolean;
  /** Who reads it where everybody here is left out; null else. */
  goes: string | null;
  /** The signed form without answers, so that the language can be changed and the code stays. */
  signed: string;
}

/** The answer to sending. Reloading sends the same form again and shows the same code. */
export function ReceiptPage({ frame, now, kept, shared, goes, signed }: Props) {
  const { t, link } = frame;
  return (
    <Page
      asked={frame}
      title={t('receipt.title')}
      slim
      receipt
      islands={['receipt']}
      language={{ form: 'again', path: '/report/step' }}
    >
      <form id="again" method="post" action={link('/report/step')} autocomplete="off">
        <input type="hidden" name="state" value={signed} />
      </form>
      <Receipt {...{ frame, now, shared, goes }} code={kept.code} repeated={kept.repeated} />
    </Page>
  );
}
