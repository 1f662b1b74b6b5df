/** One touch signs in and, where the passkey can, opens the keys. The secret it gives never leaves this page. */
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import type { T } from '../../platform/i18n/index.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { Note } from '../../web/ui/note.tsx';
import { Reads } from '../../web/ui/reads.tsx';
import { useAct } from './act.ts';
import { ask } from './ask.ts';
import type { SignedOutWhy } from './desk.ts';
import { type Touched, touch } from './passkey.ts';
import { Trouble } from './problem.tsx';

interface Props {
  t: T;
  why: SignedOutWhy;
  done(touched: Touched<{ id: string }>): void;
}

/**
 * Signed out, nothing is known of the installation but what the document says: the command that makes new links, in a
 * demonstration alone.
 */
const demoLinks = () => document.getElementById('desk')?.dataset.demonstration;

export function SignIn({ t, why, done }: Props) {
  const act = useAct();
  const command = demoLinks();
  const signIn = () =>
    act.run(async () => {
      const options = await ask<PublicKeyCredentialRequestOptionsJSON>('sign-in/options', {});
      const touched = await touch(options);
      await ask('sign-in', { response: touched.response });
      done(touched);
    });
  return (
    <div class="column stack-5">
      {why !== 'first' && (
        <div role="status">
          <Note kind="good">
            <p>{t(`casework.out.${why}`)}</p>
          </Note>
        </div>
      )}
      <h1>{t('casework.sign_in')}</h1>
      <p class="lede">{t('casework.sign_in.lede')}</p>
      <Trouble error={act.problem} t={t} />
      <p class="acts">
        <button class="btn" type="button" disabled={act.busy} onClick={signIn}>
          <Icon name="key-round" />
          {t('casework.sign_in.passkey')}
        </button>
      </p>
      <p class="quiet">{t('casework.sign_in.link')}</p>
      {command !== undefined && <p class="quiet">{t('casework.sign_in.demonstration', { command })}</p>}
      <Reads icon="lock-keyhole">{t('casework.sign_in.memory')}</Reads>
    </div>
  );
}
