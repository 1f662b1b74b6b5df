/** A mail as its reader gets it: one subject, the same words plain and as HTML. Pure. */
import { renderToString } from 'preact-render-to-string';
import { type Lang, type T, translate, withData } from '../i18n/index.ts';
import { oneLine } from './address.ts';
import look from './look.css?raw';
import type { MailLocale, Told } from './model.ts';
import { type Piece, type Sender, type Text, textOf } from './text.ts';

export interface Composed {
  /** One line. */
  subject: string;
  plain: string;
  html: string;
}

/** `first`: the organisation's language, which comes first where the reader's is unknown. */
export function compose(told: Told & { locale: MailLocale }, sender: Sender, first: Lang): Composed {
  const langs = told.locale === 'both' ? withData(first) : [told.locale];
  const texts = langs.map((lang) => {
    const t = translate(lang);
    return { t, ...textOf(told, t, sender) };
  });
  return {
    subject: oneLine(texts.map(({ subject }) => subject).join(' · ')),
    plain: `${texts.map(plainOf).join(`\n\n${'-'.repeat(40)}\n\n`)}\n`,
    html: `<!doctype html>${renderToString(<Document texts={texts} />)}`,
  };
}

type Shown = Text & { t: T };

const plainOf = ({ pieces }: Text): string => pieces.map(plainPiece).join('\n\n');

function plainPiece(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
    case 'quiet':
      return lines(piece.text);
    case 'asked':
      return `  ${lines(piece.text)}`;
    case 'link':
      return `${lines(piece.label)}:\n${piece.url}`;
    case 'code':
      return `  ${piece.code}`;
  }
}

/** What came from outside stays in its paragraph. */
const lines = (text: string): string => text.replace(/[\r\n\u2028\u2029]+/g, ' ');

function Document({ texts }: { texts: readonly Shown[] }) {
  const [{ t, subject } = { t: translate('en'), subject: '' }] = texts;
  return (
    <html lang={t.lang} dir={t.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{oneLine(subject)}</title>
        <style>{look}</style>
      </head>
      <body class="mail-body">
        {texts.map(({ t, pieces }) => (
          <div key={t.lang} class="mail-sheet" lang={t.lang} dir={t.dir}>
            {pieces.map((piece, n) => (
              <Shown key={n} piece={piece} />
            ))}
          </div>
        ))}
      </body>
    </html>
  );
}

function Shown({ piece }: { piece: Piece }) {
  switch (piece.kind) {
    case 'text':
      return <p>{piece.text}</p>;
    case 'quiet':
      return <p class="mail-quiet">{piece.text}</p>;
    case 'asked':
      return <p class="mail-asked">{piece.text}</p>;
    case 'link':
      return (
        <p>
          <a class="mail-link" href={piece.url}>
            {piece.label}
          </a>
        </p>
      );
    case 'code':
      return (
        <p class="mail-code" dir="ltr">
          {piece.code}
        </p>
      );
  }
}
