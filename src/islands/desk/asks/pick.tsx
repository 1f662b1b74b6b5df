/** One of a list. */
interface Props {
  id: string;
  label: string;
  hint?: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  pick(value: string): void;
}

export function Pick({ id, label, hint, value, options, pick }: Props) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <select
        class="in"
        id={id}
        value={value}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        onChange={(event) => pick(event.currentTarget.value)}
      >
        {options.map(([one, name]) => (
          <option key={one} value={one} selected={one === value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
