/** New keys, and removals, that wait for a second pair of eyes. Two caseworkers sign; the server only carries it. */
import { useState } from 'preact/hooks';
import type { Enrolment, HalfSigned, WaitingForSignature } from '../../casework/wire.ts';
import type { Reader, Statement } from '../../platform/keys/index.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { useAct, useLoaded } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { continues, nextStatement, signedBy } from './enrolling.ts';
import { Fingerprint } from './fingerprint.tsx';
import { readerOf } from './list.ts';
import { described, useMissing, Why } from './missing.tsx';
import { Trouble } from './problem.tsx';
import { Remove } from './remove.tsx';

export function Signing() {
  const desk = useDesk();
  const { t, me, list, held } = desk;
  const { value, problem, again } = useLoaded(`signing ${list.number}`, () =>
    ask<WaitingForSignature>('enrolments'),
  );
  const own = me.reader ? readerOf(list, me.reader.id) : undefined;
  const may = own?.place === 'ours' && held !== null;
  const signIt = async (statement: Statement) => {
    if (!held || !own) return;
    const { signature } = signedBy(statement, own.id, held);
    const { complete } = await ask<{ complete: boolean }>('entries/sign', { statement, signature });
    await desk.refresh();
    again();
    desk.say(t(complete ? 'casework.sign.complete' : 'casework.sign.first'));
  };
  const change = (what: 'add' | 'remove', reader: Reader, half: HalfSigned | null) =>
    continues(list, half)
      ? half.statement
      : nextStatement(list, {
          installation: me.installation.id,
          change: what,
          reader,
          date: desk.clock.now(),
        });
  const waiting = (value?.waiting ?? []).filter(({ person }) => person !== me.id);
  const removals = value?.removals ?? [];
  const begun = new Set(removals.map(({ statement }) => statement.reader.id));
  const named = [...list.active, ...list.waiting.map(({ reader }) => reader)];
  const locked = named.filter(({ id }) => !begun.has(id) && value?.locked.includes(id));
  const count = waiting.length + removals.length + locked.length;
  return (
    <section class="stack" aria-labelledby="sign-title">
      <h2 id="sign-title">{t('casework.sign')}</h2>
      <Trouble error={problem} t={t} again={again} />
      {value && count === 0 && <p>{t('casework.sign.none')}</p>}
      {waiting.length > 0 && <p>{t('casework.sign.how')}</p>}
      {!may && count > 0 && <p class="quiet">{t('casework.sign.locked')}</p>}
      <ul class="tasks">
        {waiting.map((one) => (
          <NewKey
            key={one.reader.id}
            enrolment={one}
            may={may}
            own={own?.id}
            sign={() => signIt(change('add', one.reader, one.begun))}
          />
        ))}
        {removals.map((half) => (
          <Removal
            key={half.statement.reader.id}
            half={half}
            may={may}
            own={own?.id}
            sign={() => signIt(change('remove', half.statement.reader, half))}
          />
        ))}
        {locked.map((reader) => (
          <Locked
            key={reader.id}
            reader={reader}
            may={may}
            sign={() => signIt(change('remove', reader, null))}
          />
        ))}
      </ul>
      {may && own && (
        <Remove own={own.id} begun={removals} remove={(reader) => signIt(change('remove', reader, null))} />
      )}
    </section>
  );
}

interface SignProps {
  may: boolean;
  own: string | undefined;
  sign(): Promise<void>;
}

function signedByMe(half: HalfSigned | null, own: string | undefined): boolean {
  return half?.signatures.some(({ by }) => by === own) ?? false;
}

function NewKey({ enrolment, may, own, sign }: SignProps & { enrolment: Enrolment }) {
  const { t, list } = useDesk();
  const { reader, begun } = enrolment;
  const [same, setSame] = useState(false);
  const act = useAct();
  const half = continues(list, begun) ? begun : null;
  const mine = signedByMe(half, own);
  const id = `same-${reader.id}`;
  const missing = useMissing();
  const why = missing.of(id);
  const signIfSame = () => {
    const text = t('casework.missing.same', { name: reader.name });
    if (!missing.stops(same ? null : { field: id, text })) act.run(sign);
  };
  return (
    <li>
      <b>{reader.name}</b>
      <span class="tag mind">{t(half ? 'casework.sign.one' : 'casework.sign.two')}</span>
      <p>
        {reader.place === 'ours'
          ? t('casework.reader.ours')
          : t('casework.reader.outside', { organisation: reader.organisation ?? '' })}
        {reader.childTrained && ` · ${t('casework.reader.child')}`}
      </p>
      {reader.together && <p>{t('casework.sign.two_must')}</p>}
      <Fingerprint reader={reader} />
      {mine && <p>{t('casework.sign.mine')}</p>}
      {may && !mine && (
        <div class={why === null ? 'stack-2' : 'stack-2 wrong'}>
          <Why id={id} text={why} />
          <div class="opt">
            <input
              type="checkbox"
              id={id}
              checked={same}
              onChange={() => setSame(!same)}
              {...described(id, why)}
            />
            <label for={id}>{t('casework.sign.same', { name: reader.name })}</label>
          </div>
          <Trouble error={act.problem} t={t} />
          <p class="acts">
            <button class="btn second" type="button" disabled={act.busy} onClick={signIfSame}>
              <Icon name="pencil" />
              {t('casework.sign.do', { name: reader.name })}
            </button>
          </p>
        </div>
      )}
    </li>
  );
}

function Removal({ half, may, own, sign }: SignProps & { half: HalfSigned }) {
  const { t } = useDesk();
  const { reader } = half.statement;
  const act = useAct();
  const mine = signedByMe(half, own);
  return (
    <li>
      <b>{t('casework.sign.removal', { name: reader.name })}</b>
      <span class="tag mind">{t('casework.sign.one')}</span>
      {mine && <p>{t('casework.sign.mine')}</p>}
      {may && !mine && (
        <div class="stack-2">
          <Trouble error={act.problem} t={t} />
          <p class="acts">
            <button class="btn second" type="button" disabled={act.busy} onClick={() => act.run(sign)}>
              {t('casework.sign.remove', { name: reader.name })}
            </button>
          </p>
        </div>
      )}
    </li>
  );
}

function Locked({ reader: { name }, may, sign }: Omit<SignProps, 'own'> & { reader: Reader }) {
  const { t } = useDesk();
  const act = useAct();
  return (
    <li>
      <b>{t('casework.sign.removal', { name })}</b>
      <span class="tag mind">{t('casework.sign.two')}</span>
      <p>{t('casework.sign.locked_now', { name })}</p>
      {may && (
        <div class="stack-2">
          <Trouble error={act.problem} t={t} />
          <p class="acts">
            <button class="btn second" type="button" disabled={act.busy} onClick={() => act.run(sign)}>
              {t('casework.sign.remove', { name })}
            </button>
          </p>
        </div>
      )}
    </li>
  );
}
