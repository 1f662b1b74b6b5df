/** Beside the list: who is waiting for a signature or a share, what may be closed away, how long people wait, until when this desk is open. */
import type { Archiving } from '../../casework/archive/wire.ts';
import type { HeldAnswer } from '../../casework/flood/wire.ts';
import type { ColleaguesAsk } from '../../casework/together/wire.ts';
import type { Sharing, WaitingForSignature } from '../../casework/wire.ts';
import { Reads } from '../../web/ui/reads.tsx';
import { useLoaded } from './act.ts';
import { ask } from './ask.ts';
import { shownToAll } from './capacity.tsx';
import { twoMustOpen, useDesk } from './desk.ts';
import { idleMinutes } from './idle.ts';
import { Link } from './link.tsx';

export function InboxAside() {
  const desk = useDesk();
  const { t, me } = desk;
  const unshared = useLoaded('unshared', () => ask<Sharing>('reseal'));
  const keys = useLoaded('keys', () => ask<WaitingForSignature>('enrolments'));
  const archive = useLoaded('rests', () => ask<Archiving>('archive'));
  // Without a key there is nothing to be done about it here.
  const due = archive.value?.word ? archive.value.due : 0;
  const toShare = unshared.value?.reports ?? 0;
  const toSign = toSignOf(keys.value);
  const isOurs = me.roles.includes('caseworker');
  const held = useLoaded('held', async () => (isOurs ? await ask<HeldAnswer>('held') : null));
  const apart = (held.value?.waves ?? [])
    .flatMap(({ parts }) => parts)
    .reduce((sum, { state, reports }) => sum + (state === 'aside' ? 0 : reports), 0);
  const asks = useLoaded('asked', async () =>
    twoMustOpen(desk) ? await ask<ColleaguesAsk>('together') : null,
  );
  const toOpen = asks.value?.asks.length ?? 0;
  const { waitDays } = me.capacity;
  return (
    <div class="stack-5 aside">
      {toOpen > 0 && (
        <div class="stack-2" data-together>
          <h2>{t('casework.aside.two')}</h2>
          <p>{t('casework.aside.two_n', { n: toOpen })}</p>
          <p>
            <Link class="lone" to={{ page: 'together' }}>
              {t('casework.page.together')}
            </Link>
          </p>
        </div>
      )}
      {apart > 0 && (
        <div class="stack-2" data-apart>
          <h2>{t('casework.page.many')}</h2>
          <p>{t('casework.flood.aside', { n: apart })}</p>
          <p>
            <Link class="lone" to={{ page: 'many' }}>
              {t('casework.flood.look')}
            </Link>
          </p>
        </div>
      )}
      {toSign > 0 && (
        <div class="stack-2">
          <h2>{t('casework.aside.sign')}</h2>
          <p>{t('casework.aside.sign_n', { n: toSign })}</p>
          <p>
            <Link class="lone" to={{ page: 'people' }}>
              {t('casework.page.people')}
            </Link>
          </p>
        </div>
      )}
      {toShare > 0 && (
        <div class="stack-2">
          <h2>{t('casework.aside.share')}</h2>
          <p>{t('casework.aside.share_n', { n: toShare })}</p>
          <p>
            <Link class="lone" to={{ page: 'share' }}>
              {t('casework.page.share')}
            </Link>
          </p>
        </div>
      )}
      {due > 0 && (
        <div class="stack-2" data-rests>
          <h2>{t('casework.aside.archive')}</h2>
          <p>{t('casework.archive.due', { n: due })}</p>
          <p>
            <Link class="lone" to={{ page: 'archive' }}>
              {t('casework.page.archive')}
            </Link>
          </p>
        </div>
      )}
      <div class="stack-2">
        <h2>{t('casework.aside.wait')}</h2>
        <p>{waitDays === null ? t('casework.wait.few') : t('casework.wait.days', { n: waitDays })}</p>
        <p>{shownToAll(me.capacity, t)}</p>
      </div>
      <div class="stack-2">
        <h2>{t('casework.aside.claim')}</h2>
        <p>{t(twoMustOpen(desk) ? 'casework.two.rule' : 'casework.claim.rule')}</p>
      </div>
      <Reads icon="lock-keyhole">{t('casework.aside.unlocked', { n: idleMinutes })}</Reads>
    </div>
  );
}

/** A key locked by its own person and its begun removal are one. */
function toSignOf(value: WaitingForSignature | null): number {
  if (value === null) return 0;
  const removals = [...value.removals.map(({ statement }) => statement.reader.id), ...value.locked];
  return value.waiting.length + new Set(removals).size;
}
