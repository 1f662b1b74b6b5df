/** The page behind a link used once. It only shows a button: whatever follows links by itself changes nothing here. */
import { type Answer, type Asked, page } from '../../platform/http/index.ts';
import { Button, Icon, Page } from '../../web/index.ts';
import type { Guest } from '../access/links.ts';
import type { LinkKind } from '../access/store.ts';
import { mayRead } from '../model.ts';
import type { Role } from '../wire.ts';

export function linkPage(asked: Asked, kind: LinkKind, { name, roles }: Guest): Answer {
  const { t } = asked;
  return page(
    <Page asked={asked} title={t('web.name')}>
      <div class="column stack-5">
        <h1>{t(`staff.link.${kind}`, { name })}</h1>
        <p class="lede">{t(`staff.link.${kind}.lede`)}</p>
        {kind === 'invitation' && <Needed asked={asked} roles={roles} />}
        <form method="post">
          <Button>{t(`staff.link.${kind}.button`)}</Button>
        </form>
        {kind === 'sign_in' && <p class="quiet">{t('staff.link.sign_in.other', { name })}</p>}
      </div>
    </Page>,
  );
}

function Needed({ asked: { t }, roles }: { asked: Asked; roles: readonly Role[] }) {
  const holdsKeys = mayRead(roles);
  const moderates = roles.includes('moderator');
  return (
    <>
      <section class="stack-2">
        <h2>{t('staff.link.invitation.need')}</h2>
        <ul class="plain stack-2">
          {(holdsKeys ? (['device', 'paper', 'alone'] as const) : (['device'] as const)).map((need) => (
            <li key={need}>
              <Icon name="check" />
              <span>{t(`staff.link.invitation.${need}`)}</span>
            </li>
          ))}
        </ul>
      </section>
      <p>{t(`staff.link.invitation.${holdsKeys ? 'after' : moderates ? 'moderator' : 'organiser'}`)}</p>
    </>
  );
}
