/** What a body said: that it answered at once, its words when a caseworker has passed them. */
import type { T } from '../../platform/i18n/index.ts';
import { Icon, Num } from '../../web/index.ts';
import type { PublicAnswer } from '../ask/public.ts';

interface AnswersProps {
  answers: readonly PublicAnswer[];
  /** Of the body. */
  name: string;
  t: T;
  /** Where a file of an answer is; without it files are named and not linked. */
  file?: ((answer: number, file: number) => string) | undefined;
}

export function Answers({ answers, name, t, file }: AnswersProps) {
  return (
    <section class="stack-5" aria-labelledby="answers">
      <h2 id="answers">{t('public.answers')}</h2>
      {answers.toReversed().map((answer) => (
        <AnswerView key={answer.number} {...{ answer, name, t, file }} />
      ))}
    </section>
  );
}

function AnswerView({ answer, name, t, file }: Omit<AnswersProps, 'answers'> & { answer: PublicAnswer }) {
  const { kind, promised, words, day, office, files, number } = answer;
  return (
    <div class="stack-2">
      <h3>
        {promised === null
          ? t(`public.answer.${kind}`)
          : t('public.answer.will_do_by', { day: t.day(promised) })}
      </h3>
      {'passed' in words ? (
        <blockquote class="said">
          <p class="own-lines" dir="auto">
            {words.passed}
          </p>
          <footer>{t('public.answer.by', { office, name, day: t.day(day) })}</footer>
        </blockquote>
      ) : (
        <p class="quiet">
          {t('public.answer.on', { name, day: t.day(day) })}{' '}
          {'waiting' in words
            ? t('public.answer.waiting')
            : t('public.answer.withheld', { why: withheldWhy(words.withheld, t) })}
        </p>
      )}
      {files.length > 0 && (
        <ul class="plain">
          {files.map((one) => (
            <li key={one.number}>
              <Icon name="download" />
              {file ? (
                <a href={file(number, one.number)}>{t(`public.file.${one.kind}`)}</a>
              ) : (
                t(`public.file.${one.kind}`)
              )}{' '}
              <span class="quiet">
                <Num>{Math.ceil(one.bytes / 1024)}</Num> kB
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const known = ['about_a_person', 'personal_data', 'threatens', 'not_an_answer'] as const;

function withheldWhy(why: string, t: T): string {
  const found = known.find((one) => one === why);
  return t(`public.withheld.${found ?? 'not_an_answer'}`);
}
