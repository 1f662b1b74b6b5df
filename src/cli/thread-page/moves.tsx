import type { T } from '../../platform/i18n/index.ts';
import type { ThreadReport } from '../../talk/index.ts';
import { duration } from './figures.tsx';

/** Which moves were made; beside each an example nobody here wrote. */
export function Moves({ t, report: { moves } }: { t: T; report: ThreadReport }) {
  if (moves.length === 0) return <p>{t('talk.thread.moves.none')}</p>;
  return (
    <>
      <p class="small quiet">{t('talk.thread.moves.caption')}</p>
      <ol class="made">
        {moves.map(({ move, posts, people, below, longest }) => (
          <li key={move}>
            <h3>{t(`talk.move.${move}.name`)}</h3>
            <p class="small">{t(`talk.move.${move}.why`)}</p>
            <dl>
              <Fact name={t('talk.thread.moves.posts')} value={t.number(posts)} />
              <Fact
                name={t('talk.thread.moves.people')}
                value={people === null ? t('talk.thread.moves.unknown') : t.number(people)}
              />
              <Fact name={t('talk.thread.moves.below')} value={t.number(below)} />
              <Fact name={t('talk.thread.moves.longest')} value={t.number(longest)} />
            </dl>
            <p class="small quiet">
              {t('talk.thread.moves.example', { text: t(`talk.thread.example.${move}`) })}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

export function CameBack({ t, report: { back } }: { t: T; report: ThreadReport }) {
  if (back.pulls === 0) return <p>{t('talk.thread.back.none')}</p>;
  return (
    <>
      <p>
        {t('talk.thread.back.count', { n: back.pulls, back: back.back })} {fast(t, back)}
      </p>
      {back.kinds.length > 0 && (
        <table class="tight">
          <caption>{t('talk.thread.back.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('talk.thread.back.kind')}</th>
              <th scope="col" class="n">
                {t('talk.thread.back.tried')}
              </th>
              <th scope="col" class="n">
                {t('talk.thread.back.back')}
              </th>
            </tr>
          </thead>
          <tbody>
            {back.kinds.map(({ kind, tried, back: did }) => (
              <tr key={kind}>
                <th scope="row">{t(`talk.thread.kind.${kind}`)}</th>
                <td class="n">{t.number(tried)}</td>
                <td class="n">{t.number(did)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="small quiet">{t('talk.thread.back.rule')}</p>
    </>
  );
}

function fast(t: T, { posts, minutes }: ThreadReport['back']): string {
  if (posts === null) return t('talk.thread.back.slow');
  const within = t('talk.thread.posts', { n: posts });
  return minutes === null
    ? t('talk.thread.back.fast', { posts: within })
    : t('talk.thread.back.fastTime', { posts: within, time: duration(t, Math.max(1, Math.round(minutes))) });
}
