/** A page about talk: public, with its links to the others, its feed-less head and its neutral title. */
import type { ComponentChildren } from 'preact';
import { Back, type Frame, Page, PublicNav } from '../../web/index.ts';

interface TalkPageProps {
  asked: Frame;
  title: string;
  text: string;
  /** The first of them: nothing to go back to. */
  first?: boolean;
  islands?: readonly string[];
  texts?: readonly string[];
  takesWords?: boolean;
  mistaken?: boolean;
  children: ComponentChildren;
}

export function TalkPage(props: TalkPageProps) {
  const { asked, title, text, first = false, children, ...rest } = props;
  const { t, link } = asked;
  return (
    <Page
      asked={asked}
      title={title}
      preview={{ title, text }}
      answers
      nav={<PublicNav frame={asked} at="talk" here={first} />}
      {...rest}
    >
      {!first && <Back t={t} href={link('/talk')} text={t('talking.title')} />}
      {children}
    </Page>
  );
}

/** Said where a share is shown or words are read. */
export function Experimental({ t }: Pick<Frame, 't'>) {
  return (
    <p class="small quiet">
      <span class="tag mind">{t('talking.experimental')}</span> {t('talking.experimental.text')}
    </p>
  );
}
