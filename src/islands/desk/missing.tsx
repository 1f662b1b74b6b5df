/** A button is never dead: pressed too early, it says at the field what is missing, and the field takes the focus. */
import { useEffect, useState } from 'preact/hooks';

export interface Lack {
  /** The id of the field that takes the focus. */
  field: string;
  text: string;
}

export interface Missing {
  /** True, and said, when something is missing; null takes back what was said. */
  stops(lack: Lack | null): boolean;
  /** What a field lacks, as `Why` shows it; null for nothing. */
  of(field: string): string | null;
}

export function useMissing(): Missing {
  const [lack, setLack] = useState<Lack | null>(null);
  useEffect(() => {
    // After the sentence stands on the page, so that it is read out with the field.
    if (lack) document.getElementById(lack.field)?.focus();
  }, [lack]);
  return {
    stops(next) {
      setLack(next && { ...next });
      return next !== null;
    },
    of: (field) => (lack?.field === field ? lack.text : null),
  };
}

export function Why({ id, text }: { id: string; text: string | null }) {
  if (text === null) return null;
  return (
    <p class="why" id={`${id}-why`}>
      {text}
    </p>
  );
}

/** For the field itself. `hint`: the id of what describes it anyway. */
export function described(id: string, why: string | null, hint?: string) {
  const by = [hint, why && `${id}-why`].filter(Boolean).join(' ');
  return {
    ...(by === '' ? {} : { 'aria-describedby': by }),
    ...(why === null ? {} : { 'aria-invalid': true as const }),
  };
}

/** For a group of choices, which is never invalid itself. */
export const groupSaid = (id: string, why: string | null) =>
  why === null ? {} : { 'aria-describedby': `${id}-why` };

export const fieldClass = (why: string | null): string => (why === null ? 'field' : 'field wrong');
