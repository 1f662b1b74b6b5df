/** What the pages of setting up share: the way back, mistakes first, and who said what. */
import type { ComponentChildren } from 'preact';
import type { Asked } from '../../platform/http/index.ts';
import { waysFrom } from '../../platform/ways.ts';
import { ErrorSummary, Icon, type Mistake, Page } from '../../web/index.ts';
import type { Saying } from './model.ts';

/** A request for one of these pages, whatever it holds. */
export type SetUpAsked = Omit<Asked, 'params' | 'query' | 'body'>;

interface SetUpPageProps {
  asked: SetUpAsked;
  title: string;
  lede?: string;
  mistakes?: readonly Mistake[];
  /** The list itself leads back to the desk. */
  back?: '/desk' | '/desk/set-up';
  /** What is printed of it are its sheets alone. */
  paper?: boolean;
  children: ComponentChildren;
}

export function SetUpPage(props: SetUpPageProps) {
  const { asked, title, lede, mistakes = [], back = '/desk/set-up', children } = props;
  const { t, link, person } = asked;
  const to = person?.roles.includes('organiser') === true ? back : '/desk';
  return (
    <Page asked={asked} title={title} desk mistaken={mistakes.length > 0}>
      <div class={props.paper === true ? 'paper-page stack-7' : 'column stack-7'}>
        <div class="stack">
          <a class="back" href={link(to)}>
            <Icon name="chevron-left" flip />
            {t(to === '/desk' ? 'staff.desk' : 'setup.title')}
          </a>
          <ErrorSummary t={t} mistakes={mistakes} />
          <h1>{title}</h1>
          {lede !== undefined && <p class="lede">{lede}</p>}
        </div>
        {children}
      </div>
    </Page>
  );
}

/** "Salma, 22 November 2026" */
export function SaidBy({ asked: { t }, saying }: { asked: SetUpAsked; saying: Saying | undefined }) {
  if (saying === undefined) return null;
  return <p class="meta">{t('setup.said', { name: saying.byName, day: t.day(saying.day) })}</p>;
}

/** What is typed on the server, whole, on a line of its own. `command`: what follows the program's name. */
export function Command({ asked: { t }, command }: { asked: SetUpAsked; command: string }) {
  return (
    <p>
      {t('setup.command')}
      <Typing command={command} />
    </p>
  );
}

export function Typing({ command }: { command: string }) {
  return (
    <code class="set-up-command" dir="ltr">
      {waysFrom().command(command)}
    </code>
  );
}

/** What somebody typed, by the name of its field. */
export type Typed = Readonly<Record<string, string | undefined>>;
