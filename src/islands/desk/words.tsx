/** Her words and ours, each closed until "Show" is pressed; then replying and notes. */
import { Note } from '../../web/ui/note.tsx';
import { useDesk } from './desk.ts';
import { Files } from './files.tsx';
import { Notes } from './notes.tsx';
import { Reply } from './reply.tsx';
import type { Unsealed } from './report.tsx';
import type { Written } from './sending.ts';
import { AdditionText, Closed, ReplyText } from './texts.tsx';

interface Props extends Unsealed {
  sent(written: Written): void;
  /** A file was: the timeline says so. */
  handedOut(): void;
}

export function Words({ report, opened, sent, handedOut }: Props) {
  const { t } = useDesk();
  const { told, mismatches, items } = opened;
  const { words, identifies, placeWords, direction, contact } = told;
  const finer = [direction, placeWords].filter(Boolean).join('\n');
  const additions = items.filter(({ kind }) => kind === 'addition');
  const replies = items.filter(({ kind }) => kind === 'reply');
  return (
    <div class="stack-5">
      {mismatches.length > 0 && (
        <div role="alert">
          <Note kind="bad" title={t('casework.mismatch')}>
            <ul class="stack-2">
              {mismatches.map((what) => (
                <li key={what}>{t(`casework.mismatch.${what}`)}</li>
              ))}
            </ul>
            <p>{t('casework.mismatch.then')}</p>
          </Note>
        </div>
      )}
      <div class="stack">
        {words ? (
          <Closed
            label={t('casework.show.words')}
            about={t('casework.show.length', { n: countWords(words) })}
            text={words}
            first
          />
        ) : (
          <p>{t('casework.show.no_words')}</p>
        )}
        {identifies && <Closed label={t('casework.show.identifies')} text={identifies} />}
        {finer !== '' && <Closed label={t('casework.show.place')} text={finer} />}
        {contact && (
          <Closed
            label={t('casework.show.contact')}
            about={t(`casework.reach.${told.reach}`)}
            text={contact}
          />
        )}
        {additions.map((item, i) => (
          <AdditionText key={item.name} item={item} n={additions.length === 1 ? 0 : i + 1} />
        ))}
        <Files report={report} opened={opened} handedOut={handedOut} />
      </div>
      {replies.length > 0 && (
        <section class="stack" aria-labelledby="replies-title">
          <h2 class="h3" id="replies-title">
            {t('casework.replies')}
          </h2>
          {replies.map((item) => (
            <ReplyText key={item.name} item={item} report={report.line.id} />
          ))}
        </section>
      )}
      {mismatches.length === 0 && report.line.state !== 'closed' && (
        <Reply report={report} opened={opened} sent={sent} />
      )}
      <Notes report={report} opened={opened} sent={sent} />
    </div>
  );
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
