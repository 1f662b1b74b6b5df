/** Starts the removal of a reader: after Lock now on a locked desk, or when somebody leaves. A second colleague completes it. */
import type { HalfSigned } from '../../casework/wire.ts';
import type { Reader } from '../../platform/keys/index.ts';
import { Details } from '../../web/ui/details.tsx';
import { useAct } from './act.ts';
import { useDesk } from './desk.ts';
import { Trouble } from './problem.tsx';

interface Props {
  /** Own reader id: one's own key is given up by Lock now. */
  own: string;
  begun: readonly HalfSigned[];
  remove(reader: Reader): Promise<void>;
}

export function Remove({ own, begun, remove }: Props) {
  const { t, list } = useDesk();
  const act = useAct();
  const started = new Set(begun.map(({ statement }) => statement.reader.id));
  const others = [...list.active, ...list.waiting.map(({ reader }) => reader)].filter(
    ({ id }) => id !== own && !started.has(id),
  );
  if (others.length === 0) return null;
  return (
    <Details summary={t('casework.remove.start')}>
      <p>{t('casework.remove.why')}</p>
      <Trouble error={act.problem} t={t} />
      <ul class="stack-2">
        {others.map((reader) => (
          <li key={reader.id}>
            <button
              class="btn second"
              type="button"
              disabled={act.busy}
              onClick={() => act.run(() => remove(reader))}
            >
              {t('casework.sign.remove', { name: reader.name })}
            </button>
          </li>
        ))}
      </ul>
    </Details>
  );
}
