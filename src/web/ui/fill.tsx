import type { ComponentChildren } from 'preact';

interface FillProps {
  /** A sentence whose {holes} t() left open. */
  readonly text: string;
  readonly parts: Readonly<Record<string, ComponentChildren>>;
}

/** Puts links and bold words into a sentence: `<Fill text={t('help.or_call')} parts={{ link: <a …/> }} />`. */
export function Fill({ text, parts }: FillProps) {
  return (
    <>
      {text.split(/(\{\w+\})/).map((piece) => {
        const name = piece.startsWith('{') ? piece.slice(1, -1) : '';
        return Object.hasOwn(parts, name) ? parts[name] : piece;
      })}
    </>
  );
}
