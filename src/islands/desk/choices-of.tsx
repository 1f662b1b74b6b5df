/** Answers to choose from, whose choice lives in the page's state; drawn as `web/ui/options.tsx` draws them. */
import type { ComponentChildren } from 'preact';
import { Icon, isIcon } from '../../web/ui/icon.tsx';

export type Picked = string | readonly string[];

interface PickProps {
  name: string;
  legend: string;
  hint?: string;
  choices: readonly { value: string; label: string; hint?: string; icon?: string; apart?: boolean }[];
  picked: Picked;
  /** Several may be chosen. */
  several?: boolean;
  problem?: string | undefined;
  pick(picked: Picked): void;
  /** Stands between the question and its answers: a search that finds them. */
  children?: ComponentChildren;
}

export function Pick({ name, legend, hint, choices, picked, several, problem, pick, children }: PickProps) {
  const chosen = typeof picked === 'string' ? [picked] : picked;
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  const toggle = (value: string) => {
    if (!several) return pick(value);
    pick(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  };
  return (
    <fieldset
      class={problem ? 'question wrong' : 'question'}
      {...(described === '' ? {} : { 'aria-describedby': described })}
    >
      <legend class="h3">{legend}</legend>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="why" id={`${name}-problem`}>
          {problem}
        </p>
      )}
      {children}
      <div class="opts">
        {choices.map(({ value, label, hint: more, icon, apart }, i) => {
          const id = i === 0 ? `ask-${name}` : `ask-${name}-${value}`;
          return (
            <div class={apart ? 'opt set-apart' : 'opt'} key={value}>
              <input
                type={several ? 'checkbox' : 'radio'}
                name={name}
                id={id}
                value={value}
                checked={chosen.includes(value)}
                onChange={() => toggle(value)}
              />
              <label for={id}>
                <span>
                  {label}
                  {more && <small>{more}</small>}
                </span>
                {icon !== undefined && isIcon(icon) && <Icon name={icon} big />}
              </label>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

interface TypeProps {
  name: string;
  label: string;
  hint?: string;
  value: string;
  type?: 'text' | 'date' | 'time';
  rows?: number;
  max?: string;
  problem?: string | undefined;
  write(value: string): void;
}

/** One typed answer, sealed. */
export function Type({ name, label, hint, value, type = 'text', rows, max, problem, write }: TypeProps) {
  const id = `ask-${name}`;
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const shared = {
    id,
    name,
    value,
    dir: 'auto' as const,
    autocomplete: 'off',
    class: type === 'text' ? 'in sealed' : 'in short sealed',
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(problem ? { 'aria-invalid': true as const } : {}),
  };
  return (
    <div class={problem ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="why" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {rows ? (
        <textarea {...shared} rows={rows} onInput={(event) => write(event.currentTarget.value)} />
      ) : (
        <OneLine {...{ type, max, shared, write }} />
      )}
    </div>
  );
}

interface OneLineProps {
  type: 'text' | 'date' | 'time';
  max: string | undefined;
  shared: object;
  write(value: string): void;
}

function OneLine({ type, max, shared, write }: OneLineProps) {
  const onInput = (event: { currentTarget: HTMLInputElement }) => write(event.currentTarget.value);
  if (type === 'date') return <input {...shared} type="date" {...(max ? { max } : {})} onInput={onInput} />;
  if (type === 'time') return <input {...shared} type="time" onInput={onInput} />;
  return <input {...shared} type="text" onInput={onInput} />;
}
