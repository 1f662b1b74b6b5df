import type { ComponentChildren } from 'preact';
import type { T } from '../../platform/i18n/index.ts';
import { Why } from './field.tsx';
import { Icon, isIcon } from './icon.tsx';

export interface Option {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** Name of an icon, for those who cannot read the sentence. */
  readonly icon?: string;
  /** Set apart by a line: "I'd rather not say". */
  readonly apart?: boolean;
  /** Opens under the answer when it is chosen, without script. */
  readonly more?: ComponentChildren;
}

interface OptionsProps {
  readonly name: string;
  /** Of the first answer, where an error summary leads; the name unless said otherwise. */
  readonly id?: string;
  readonly kind: 'radio' | 'checkbox';
  readonly legend: ComponentChildren;
  readonly options: readonly Option[];
  readonly chosen?: string | readonly string[];
  readonly t: T;
  /** 'page' makes the legend the page's h1, 'part' a smaller heading, 'plain' a label. */
  readonly heading?: 'page' | 'part' | 'plain';
  /** Right under the heading. */
  readonly under?: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly problem?: string | undefined;
}

/** A question with answers to choose from. */
export function Options(props: OptionsProps) {
  const { name, kind, legend, options, chosen, t, heading = 'page', under, hint, problem } = props;
  const id = props.id ?? name;
  const picked = typeof chosen === 'string' ? [chosen] : (chosen ?? []);
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const fieldset = (
    <fieldset class="question" {...(described === '' ? {} : { 'aria-describedby': described })}>
      <legend class={heading === 'page' ? undefined : heading === 'part' ? 'h3' : 'label'}>
        {heading === 'page' ? <h1>{legend}</h1> : legend}
      </legend>
      {under}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem !== undefined && <Why id={`${id}-problem`} t={t} text={problem} />}
      <div class="opts">
        {options.map((option, i) => (
          <div
            key={option.value}
            class={['opt', option.apart && 'set-apart', option.more && 'more'].filter(Boolean).join(' ')}
          >
            <input
              type={kind}
              name={name}
              id={i === 0 ? id : `${id}-${option.value}`}
              value={option.value}
              checked={picked.includes(option.value)}
            />
            <label for={i === 0 ? id : `${id}-${option.value}`}>
              <span>
                {option.label}
                {option.hint && <small>{option.hint}</small>}
              </span>
              {option.icon !== undefined && isIcon(option.icon) && <Icon name={option.icon} big />}
            </label>
            {option.more && <div class="reveal">{option.more}</div>}
          </div>
        ))}
      </div>
    </fieldset>
  );
  return problem === undefined ? fieldset : <div class="wrong">{fieldset}</div>;
}
