/** One body by hand. What is wrong comes back as the sentence an import would say, and nothing typed is lost. */
import { useState } from 'preact/hooks';
import { type BodyKind, bases, bodyKinds } from '../../../answer/body/model.ts';
import type { BodyForm, BodyLine } from '../../../casework/bodies/wire.ts';
import { useAct } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { described, fieldClass, useMissing, Why } from '../missing.tsx';
import { Trouble } from '../problem.tsx';

interface Props {
  /** Null: a new one. */
  body: BodyLine | null;
  bodies: readonly BodyLine[];
  saved(): void;
}

const formOf = (body: BodyLine | null): BodyForm => ({
  id: body?.id ?? null,
  kind: body?.kind ?? 'operator',
  nameEn: body?.name.en ?? '',
  nameAr: body && !body.nameWanted ? body.name.ar : '',
  mail: body?.newMail?.mail ?? body?.mail ?? '',
  parent: body?.parent ?? null,
  basis: body?.basis ?? null,
  publicDuty: body?.publicDuty ?? true,
});

export function BodyEdit({ body, bodies, saved }: Props) {
  const desk = useDesk();
  const { t } = desk;
  const [form, setForm] = useState(() => formOf(body));
  const act = useAct();
  const missing = useMissing();
  const at = (field: string) => `body-${body?.id ?? 'new'}-${field}`;
  const set = (change: Partial<BodyForm>) => setForm({ ...form, ...change });
  const text = (
    field: 'nameEn' | 'nameAr' | 'mail',
    how: { dir: 'ltr' | 'rtl'; most: number; type?: 'email' },
  ) => {
    const id = at(field);
    const why = missing.of(id);
    return (
      <div class={fieldClass(why)}>
        <label for={id}>{t(`casework.bodies.${field}`)}</label>
        <p class="hint small" id={`${id}-hint`}>
          {t(`casework.bodies.${field}_hint`)}
        </p>
        <Why id={id} text={why} />
        <input
          class="in"
          id={id}
          dir={how.dir}
          maxLength={how.most}
          inputMode={how.type ?? 'text'}
          autocomplete="off"
          value={form[field]}
          {...described(id, why, `${id}-hint`)}
          onInput={(event) => set({ [field]: event.currentTarget.value })}
        />
      </div>
    );
  };
  const choice = (
    field: string,
    value: string,
    options: readonly (readonly [string, string])[],
    pick: (value: string) => void,
  ) => (
    <div class="field">
      <label for={at(field)}>{t(`casework.bodies.${field}` as 'casework.bodies.kind')}</label>
      <select class="in" id={at(field)} value={value} onChange={(event) => pick(event.currentTarget.value)}>
        {options.map(([one, label]) => (
          <option key={one} value={one}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
  const save = (event: Event) => {
    event.preventDefault();
    const lacks = form.nameEn.trim() === '';
    if (missing.stops(lacks ? { field: at('nameEn'), text: t('casework.bodies.name_missing') } : null))
      return;
    act.run(async () => {
      await ask('bodies', form);
      desk.say(t('casework.bodies.saved'));
      if (body === null) setForm(formOf(null));
      saved();
    });
  };
  return (
    <form class="stack" noValidate onSubmit={save}>
      {text('nameEn', { dir: 'ltr', most: 200 })}
      {text('nameAr', { dir: 'rtl', most: 200 })}
      {choice(
        'kind',
        form.kind,
        bodyKinds.map((kind) => [kind, t(`answer.kind.${kind}`)]),
        (kind) => set({ kind: kind as BodyKind }),
      )}
      {choice(
        'parent',
        form.parent ?? '',
        [
          ['', t('casework.bodies.nobody_above')],
          ...bodies.filter(({ id }) => id !== body?.id).map(({ id, name }) => [id, t.of(name)] as const),
        ],
        (parent) => set({ parent: parent || null }),
      )}
      {text('mail', { dir: 'ltr', most: 254, type: 'email' })}
      <div class="opt">
        <input
          type="checkbox"
          id={at('duty')}
          checked={form.publicDuty}
          onChange={() => set({ publicDuty: !form.publicDuty })}
        />
        <label for={at('duty')}>
          <span>
            {t('casework.bodies.duty')}
            <small>{t('casework.bodies.duty_why')}</small>
          </span>
        </label>
      </div>
      {!form.publicDuty &&
        choice(
          'basis',
          form.basis ?? '',
          [
            ['', t('casework.bodies.basis_none')],
            ...bases.map((basis) => [basis, t(`answer.basis.${basis}`)] as const),
          ],
          (basis) => set({ basis: bases.find((one) => one === basis) ?? null }),
        )}
      <Trouble error={act.problem} t={t} />
      <p class="acts">
        <button type="submit" class="btn second" disabled={act.busy}>
          {t('casework.bodies.save')}
        </button>
      </p>
    </form>
  );
}
