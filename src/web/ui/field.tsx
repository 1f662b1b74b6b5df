import type { ComponentChildren } from 'preact';
import type { T } from '../../platform/i18n/index.ts';

interface FieldProps {
  readonly name: string;
  /** Where an error summary leads; the name unless said otherwise. */
  readonly id?: string;
  readonly label: string;
  readonly t: T;
  readonly hint?: string;
  readonly value?: string;
  /** What is wrong with it, in the same words as in the error summary. */
  readonly problem?: string | undefined;
  readonly type?: 'text' | 'date' | 'time' | 'email' | 'tel' | 'search' | 'url';
  /** Several lines of text. */
  readonly rows?: number;
  readonly maxLength?: number;
  readonly optional?: boolean;
  readonly short?: boolean;
  /** Violet border: only caseworkers can open it. */
  readonly sealed?: boolean;
  readonly autocomplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'search';
  readonly spellcheck?: boolean;
  readonly min?: string;
  readonly max?: string;
  readonly list?: string;
  /** Said under the input, e.g. who reads it. */
  readonly children?: ComponentChildren;
}

/** One labelled input. Nothing is marked as required; what may stay empty says "optional". */
export function Field(props: FieldProps) {
  const {
    name,
    label,
    t,
    hint,
    value,
    problem,
    type = 'text',
    rows,
    optional,
    short,
    sealed,
    children,
  } = props;
  const id = props.id ?? name;
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const shared = {
    id,
    name,
    class: ['in', short && 'short', sealed && 'sealed'].filter(Boolean).join(' '),
    dir: 'auto' as const,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(problem === undefined ? {} : { 'aria-invalid': true as const }),
    ...(props.maxLength === undefined ? {} : { maxLength: props.maxLength }),
    ...(props.spellcheck === undefined ? {} : { spellcheck: props.spellcheck }),
    autocomplete: props.autocomplete ?? 'off',
  };
  return (
    <div class={problem === undefined ? 'field' : 'field wrong'}>
      <label for={id}>
        {label}
        {optional && <span class="quiet light"> ({t('web.optional')})</span>}
      </label>
      {hint && (
        <p class="hint small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem !== undefined && <Why id={`${id}-problem`} t={t} text={problem} />}
      {rows === undefined ? (
        <input
          {...shared}
          type={type}
          value={value ?? ''}
          inputMode={props.inputMode}
          min={props.min}
          max={props.max}
          list={props.list}
        />
      ) : (
        <textarea {...shared} rows={rows}>
          {value ?? ''}
        </textarea>
      )}
      {children}
    </div>
  );
}

/** What is wrong, beside the control it is about. */
export function Why({ id, t, text }: { readonly id: string; readonly t: T; readonly text: string }) {
  return (
    <p class="why" id={id}>
      <span class="vh">{t('web.error')} </span>
      {text}
    </p>
  );
}
