/** The tasks that are more than one button: test calls, the mail that comes back, the rehearsed restore, the texts. */
import { type Line, reached } from '../../report/index.ts';
import { Button, Field, Num, Options } from '../../web/index.ts';
import { Command, SaidBy, type SetUpAsked, SetUpPage, type Typed, Typing } from './frame.tsx';
import { type Facts, type TextName, textOf, toCall } from './model.ts';

interface FormProps {
  asked: SetUpAsked;
  facts: Facts;
  mistakes?: readonly { field: string; text: string }[];
  typed?: Typed;
}

const problemOf = (mistakes: FormProps['mistakes'], field: string) =>
  mistakes?.find((one) => one.field === field)?.text;

export function LinesPage({ asked, facts, mistakes = [], typed = {} }: FormProps) {
  const { t } = asked;
  const lines = toCall(facts.lines);
  return (
    <SetUpPage asked={asked} title={t('setup.lines')} lede={t('setup.lines.lede')} mistakes={mistakes}>
      {lines.length === 0 && (
        <div class="stack-2">
          <p>{t('setup.lines.none')}</p>
          <Command asked={asked} command="country read lines.json" />
        </div>
      )}
      {lines.map((line) => (
        <OneLine
          key={line.id}
          {...{ asked, facts, line, mistakes }}
          typed={typed.line === line.id ? typed : {}}
        />
      ))}
    </SetUpPage>
  );
}

function OneLine({ asked, facts, line, mistakes, typed = {} }: FormProps & { line: Line }) {
  const { t, link } = asked;
  const said = facts.said.get(`lines.${line.id}`);
  const call = reached(line, facts.today);
  const id = (field: string) => `${line.id}-${field}`;
  return (
    <section class="side stack" aria-labelledby={`line-${line.id}`}>
      <h2 class="h3" id={`line-${line.id}`}>
        {t.of(line.name)}
      </h2>
      <p>
        <Num>{line.number}</Num>
      </p>
      <div class="stack-2">
        <p>
          {t(`setup.called.${call.state}`, {
            day: 'on' in call ? t.day(call.on) : '',
            name: (said?.said as { caller?: string } | undefined)?.caller ?? t('setup.called.somebody'),
          })}
        </p>
        <SaidBy asked={asked} saying={said} />
      </div>
      <form method="post" action={link('/desk/set-up/lines')} class="stack">
        <input type="hidden" name="line" value={line.id} />
        <Field
          name="caller"
          id={id('caller')}
          label={t('setup.called.who')}
          t={t}
          value={typed.caller ?? ''}
          maxLength={100}
          problem={problemOf(mistakes, id('caller'))}
        />
        <Field
          name="on"
          id={id('on')}
          type="date"
          label={t('setup.on')}
          t={t}
          short
          value={typed.on ?? facts.today}
          problem={problemOf(mistakes, id('on'))}
        />
        <Options
          name="answered"
          id={id('answered')}
          kind="radio"
          heading="plain"
          legend={t('setup.called.asked')}
          options={[
            { value: 'yes', label: t('setup.called.yes') },
            { value: 'no', label: t('setup.called.no') },
          ]}
          chosen={typed.answered ?? ''}
          t={t}
          problem={problemOf(mistakes, id('answered'))}
        />
        <Field
          name="minutes"
          id={id('minutes')}
          label={t('setup.called.minutes')}
          t={t}
          short
          optional
          inputMode="numeric"
          value={typed.minutes ?? ''}
          maxLength={3}
          problem={problemOf(mistakes, id('minutes'))}
        />
        <div>
          <Button kind="second">{t('setup.called.keep')}</Button>
        </div>
      </form>
    </section>
  );
}

export function MailPage({ asked, facts, mistakes = [], typed = {} }: FormProps) {
  const { t, link } = asked;
  const { said, house } = facts;
  return (
    <SetUpPage asked={asked} title={t('setup.mail')} lede={t('setup.mail.lede')} mistakes={mistakes}>
      {house.mailFrom === null ? (
        <p>{t('setup.mail.off')}</p>
      ) : (
        <>
          <SaidBy asked={asked} saying={said.get('mail.arrived')} />
          <form method="post" action={link('/desk/set-up/mail')} class="stack">
            <Field
              name="to"
              type="email"
              label={t('setup.mail.to')}
              hint={t('setup.mail.to.hint')}
              t={t}
              value={typed.to ?? ''}
              maxLength={254}
              problem={problemOf(mistakes, 'to')}
            />
            <div>
              <Button kind={said.has('mail.sent') ? 'second' : 'first'} icon="mail">
                {t('setup.mail.send')}
              </Button>
            </div>
          </form>
          {said.has('mail.sent') && (
            <form method="post" action={link('/desk/set-up/mail/code')} class="stack">
              <SaidBy asked={asked} saying={said.get('mail.sent')} />
              <Field
                name="code"
                label={t('setup.mail.code')}
                hint={t('setup.mail.code.hint')}
                t={t}
                short
                inputMode="numeric"
                maxLength={40}
                problem={problemOf(mistakes, 'code')}
              />
              <div>
                <Button>{t('setup.mail.check')}</Button>
              </div>
            </form>
          )}
        </>
      )}
    </SetUpPage>
  );
}

export function BackupPage({ asked, facts, mistakes = [], typed = {} }: FormProps) {
  const { t, link } = asked;
  const said = facts.said.get('backup.rehearsed');
  const rehearsal = said?.said as { who: string; on: string } | undefined;
  return (
    <SetUpPage asked={asked} title={t('setup.backup')} lede={t('setup.backup.lede')} mistakes={mistakes}>
      <ol class="points stack">
        <li>{t(facts.copied ? 'setup.backup.copied' : 'setup.backup.not_yet')}</li>
        <li>
          {t('setup.backup.try')}
          <Typing command="restore --check FILE --identity KEYFILE" />
        </li>
        <li>{t('setup.backup.compare')}</li>
      </ol>
      {rehearsal !== undefined && (
        <div class="stack-2">
          <p>{t('setup.backup.rehearsed', { name: rehearsal.who, day: t.day(rehearsal.on) })}</p>
          <SaidBy asked={asked} saying={said} />
        </div>
      )}
      <form method="post" action={link('/desk/set-up/backup')} class="stack">
        <Field
          name="who"
          label={t('setup.backup.who')}
          t={t}
          value={typed.who ?? ''}
          maxLength={100}
          problem={problemOf(mistakes, 'who')}
        />
        <Field
          name="on"
          type="date"
          label={t('setup.on')}
          t={t}
          short
          value={typed.on ?? facts.today}
          problem={problemOf(mistakes, 'on')}
        />
        <div>
          <Button>{t('setup.backup.keep')}</Button>
        </div>
      </form>
    </SetUpPage>
  );
}

export const longestText = 20_000;

export function TextPage({ asked, facts, mistakes = [], typed, name }: FormProps & { name: TextName }) {
  const { t, link } = asked;
  const now = typed ?? textOf(facts.said, name) ?? {};
  return (
    <SetUpPage
      asked={asked}
      title={t(`setup.text.${name}`)}
      lede={t(`setup.text.${name}.what`)}
      mistakes={mistakes}
    >
      <SaidBy asked={asked} saying={facts.said.get(`text.${name}`)} />
      <form method="post" action={link(`/desk/set-up/texts/${name}`)} class="stack">
        {(['en', 'ar'] as const).map((lang) => (
          <Field
            key={lang}
            name={lang}
            label={t('setup.text.in', { language: t.language(lang) })}
            hint={t('setup.text.hint')}
            t={t}
            rows={12}
            value={(now as Typed)[lang] ?? ''}
            maxLength={longestText}
            problem={problemOf(mistakes, lang)}
          />
        ))}
        <p class="small quiet">{t('setup.text.empty')}</p>
        <div>
          <Button>{t('setup.text.keep')}</Button>
        </div>
      </form>
      <p>
        <a class="lone" href={link(`/about/${name}`)}>
          {t('setup.text.look')}
        </a>
      </p>
    </SetUpPage>
  );
}
