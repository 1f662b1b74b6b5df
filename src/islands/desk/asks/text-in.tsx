/** Words in one of the two languages, each in its own direction. */
import { type DataLang, dataDir } from '../../../platform/i18n/said.ts';
import { described, fieldClass, Why } from '../missing.tsx';

interface Props {
  id: string;
  label: string;
  language: DataLang;
  most: number;
  why: string | null;
  value: string;
  set(value: string): void;
}

export function TextIn({ id, label, language, most, why, value, set }: Props) {
  return (
    <div class={fieldClass(why)}>
      <label for={id}>{label}</label>
      <Why id={id} text={why} />
      <textarea
        class="in"
        id={id}
        rows={3}
        lang={language}
        dir={dataDir(language)}
        maxLength={most}
        value={value}
        {...described(id, why)}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </div>
  );
}
