/** Small pieces of the questions' pages, with the marks the island finds them by. */
import type { ComponentChildren } from 'preact';
import { Fill, Icon, isIcon, Why } from '../../web/index.ts';
import { leavingFrom, opensAlone } from '../leaving-out.ts';
import { type Asked, type Asking, idOf, problemOf, readerNames, say } from './asking.ts';

/** A field with the place where its problem is said; `data-field` and `data-error-for` are the island's. */
export function Slot({
  field,
  asked,
  children,
}: {
  field: string;
  asked: Asked;
  children: ComponentChildren;
}) {
  const problem = problemOf(asked, field);
  return (
    <div data-field={field} class={problem === undefined ? undefined : 'wrong'}>
      {asked.mode === 'script' && <p class="why" data-error-for={field} hidden />}
      {problem !== undefined && <Why id={`${idOf(field)}-problem`} t={asked.t} text={problem} />}
      {children}
    </div>
  );
}

interface AnswerProps {
  kind: 'radio' | 'checkbox';
  name: string;
  value: string;
  id: string;
  checked: boolean;
  icon?: string | undefined;
  hint?: string | undefined;
  apart?: boolean;
  /** Opens under the answer when it is chosen. */
  more?: ComponentChildren;
  children: ComponentChildren;
}

/** One answer to choose: the same markup as Options, for lists that hold more than answers. */
export function Answer({ kind, name, value, id, checked, icon, hint, apart, more, children }: AnswerProps) {
  return (
    <div class={['opt', apart && 'set-apart', more && 'more'].filter(Boolean).join(' ')}>
      <input type={kind} name={name} id={id} value={value} checked={checked} />
      <label for={id}>
        <span>
          {children}
          {hint && <small>{hint}</small>}
        </span>
        {icon !== undefined && isIcon(icon) && <Icon name={icon} big />}
      </label>
      {more && <div class="reveal">{more}</div>}
    </div>
  );
}

/** A sentence with the readers' names in it; the island puts those of the proved list in their place. */
export function WithNames({ text, asking }: { text: string; asking: Pick<Asking, 't' | 'opens'> }) {
  return <Fill text={text} parts={{ names: <span data-reader-names>{readerNames(asking)}</span> }} />;
}

/** Where two must open: who opens it alone, or nothing. With script the island fills it from the proved list. */
export function OpensAlone({ asked }: { asked: Pick<Asked, 't' | 'mode' | 'fields' | 'active'> }) {
  const { t, mode, fields, active } = asked;
  const alone = mode === 'form' ? opensAlone(leavingFrom(fields, active), t) : null;
  return (
    <p class="note mind" data-opens-alone role="status" hidden={alone === null}>
      {alone}
    </p>
  );
}

/** The heading of a question: the legend of its answers, or an h1 of its own. */
export const heading = ({ t }: Pick<Asking, 't'>, question: string): string => say(t, `q.${question}`);
