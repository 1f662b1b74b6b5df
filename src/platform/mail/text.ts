/** What each mail says, as a list of pieces in one language. Pure. */
import type { Said, T } from '../i18n/index.ts';
import type { Path, Told } from './model.ts';

export type Piece =
  | { kind: 'text' | 'quiet' | 'asked'; text: string }
  | { kind: 'link'; label: string; url: string }
  | { kind: 'code'; code: string };

export interface Text {
  subject: string;
  pieces: readonly Piece[];
}

export interface Sender {
  organisation: Said;
  /** An origin, without a slash at the end. */
  publicUrl: string;
}

/** `t` has the language; a link has it in its path. */
export function textOf(told: Told, t: T, sender: Sender): Text {
  const organisation = t.of(sender.organisation);
  const link = (label: string, path: Path): Piece => ({
    kind: 'link',
    label,
    url: `${sender.publicUrl}/${t.lang}${path}`,
  });
  const foot = quiet(t('mail.foot', { organisation, url: sender.publicUrl }));

  switch (told.template) {
    case 'ask': {
      const { asked, due, path } = told.params;
      const [body, place] = [t.of(told.params.body), t.of(told.params.place)];
      const [first, ...more] = asked.map((one) => t.of(one));
      return {
        subject: t('mail.ask.subject', { body }),
        pieces: [
          text(t('mail.to', { body })),
          text(t('mail.ask.intro', { organisation, place })),
          ...(first === undefined ? [] : [{ kind: 'asked', text: first } as const]),
          ...(more.length === 0 ? [] : [text(t('mail.ask.more', { n: more.length }))]),
          text(t('mail.ask.due', { due: t.day(due) })),
          link(t('mail.ask.open'), path),
          text(t('mail.ask.public')),
          text(t('mail.ask.not_yours')),
          quiet(t('mail.ask.findings')),
          quiet(t('mail.ask.link')),
          foot,
        ],
      };
    }
    case 'ask_reminder': {
      const { when, due, path } = told.params;
      const [body, place] = [t.of(told.params.body), t.of(told.params.place)];
      const day = t.day(due);
      return {
        subject:
          when === 'today'
            ? t('mail.ask_reminder.subject_today')
            : t('mail.ask_reminder.subject', { due: day }),
        pieces: [
          text(t('mail.to', { body })),
          text(t(`mail.ask_reminder.${when}`, { organisation, place, due: day })),
          link(t('mail.ask.open'), path),
          text(t('mail.ask_reminder.after')),
          quiet(t('mail.ask.link')),
          foot,
        ],
      };
    }
    case 'code': {
      const { code } = told.params;
      const body = t.of(told.params.body);
      return {
        subject: t('mail.code.subject'),
        pieces: [
          text(t('mail.code.intro', { body })),
          { kind: 'code', code },
          text(t('mail.code.not_you')),
          quiet(t('mail.code.never')),
          foot,
        ],
      };
    }
    case 'trial':
      return {
        subject: t('mail.trial.subject'),
        pieces: [
          text(t('mail.trial.intro', { organisation })),
          { kind: 'code', code: told.params.code },
          text(t('mail.trial.not_you')),
          foot,
        ],
      };
    case 'new_link': {
      const { until, path } = told.params;
      return {
        subject: t('mail.new_link.subject'),
        pieces: [
          text(t('mail.to', { body: t.of(told.params.body) })),
          text(t('mail.new_link.intro', { organisation, until: t.day(until) })),
          link(t('mail.ask.open'), path),
          text(t('mail.new_link.why')),
          quiet(t('mail.ask.link')),
          foot,
        ],
      };
    }
    case 'question_answered': {
      const { due, path } = told.params;
      const body = t.of(told.params.body);
      return {
        subject: t('mail.question_answered.subject'),
        pieces: [
          text(t('mail.question_answered.intro', { organisation, body, due: t.day(due) })),
          link(t('mail.question_answered.open'), path),
          foot,
        ],
      };
    }
    case 'words_passed': {
      const body = t.of(told.params.body);
      return {
        subject: t('mail.words_passed.subject'),
        pieces: [
          text(t('mail.words_passed.intro', { organisation, body })),
          link(t('mail.words_passed.open'), told.params.path),
          foot,
        ],
      };
    }
    case 'words_withheld': {
      const { why, path } = told.params;
      const body = t.of(told.params.body);
      return {
        subject: t('mail.words_withheld.subject'),
        pieces: [
          text(t('mail.words_withheld.intro', { organisation, body })),
          { kind: 'asked', text: t(`mail.words_withheld.why.${why}`) },
          text(t('mail.words_withheld.again')),
          link(t('mail.ask.open'), path),
          foot,
        ],
      };
    }
    case 'mail_change': {
      const { here } = told.params;
      const body = t.of(told.params.body);
      return {
        subject: t('mail.mail_change.subject', { body }),
        pieces: [
          text(t(`mail.mail_change.${here}`, { organisation, body })),
          text(t('mail.mail_change.wrong')),
          foot,
        ],
      };
    }
    case 'news':
      return {
        subject: t('mail.news.subject'),
        pieces: [
          text(t(`mail.news.${told.params.what}`)),
          link(t('mail.task.open'), '/desk'),
          quiet(t('mail.news.why')),
          foot,
        ],
      };
    case 'task':
      return {
        subject: t('mail.task.subject'),
        pieces: [text(t('mail.task.intro')), link(t('mail.task.open'), '/desk'), foot],
      };
  }
}

const text = (said: string): Piece => ({ kind: 'text', text: said });
const quiet = (said: string): Piece => ({ kind: 'quiet', text: said });
