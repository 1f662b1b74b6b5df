/** The choice "two must open", while it can be made, and what it costs; then what was chosen. */
import { Button } from '../../web/index.ts';
import { SaidBy, type SetUpAsked } from './frame.tsx';
import type { Facts } from './model.ts';

const costs = ['three', 'paper', 'ask', 'stays'] as const;

export function TwoMustOpen({ asked, facts }: { asked: SetUpAsked; facts: Facts }) {
  const { t, link } = asked;
  const { is, may } = facts.together;
  if (may === 'signed') return <p class="meta">{t(is ? 'setup.together.is' : 'setup.together.is_not')}</p>;
  return (
    <>
      {is ? (
        <SaidBy asked={asked} saying={facts.said.get('together')} />
      ) : (
        <ul class="points stack-2">
          {costs.map((cost) => (
            <li key={cost}>{t(`setup.together.${cost}`)}</li>
          ))}
        </ul>
      )}
      {may === 'keys_sent' ? (
        <p class="small quiet">{t('setup.together.keys_sent')}</p>
      ) : (
        <form method="post" action={link('/desk/set-up/together')} class="stack-2">
          <input type="hidden" name="two" value={is ? 'no' : 'yes'} />
          <p class="small quiet">{t('setup.together.until')}</p>
          <div>
            <Button kind="second" icon={is ? 'x' : 'users'}>
              {t(is ? 'setup.together.stop' : 'setup.together.choose')}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
