/** The links between public pages. */
import type { Frame } from '../frame.ts';

const places = ['answers', 'areas', 'talk', 'corrections'] as const;
export type PublicPlace = (typeof places)[number];

interface PublicNavProps {
  readonly frame: Frame;
  readonly at: PublicPlace;
  /** This is the page itself and not one below it. */
  readonly here?: boolean;
}

export function PublicNav({ frame, at, here = false }: PublicNavProps) {
  const { t, link } = frame;
  return (
    <nav class="rooms" aria-label={t('public.nav')}>
      <ul class="wrap">
        {places.map((place) => (
          <li key={place}>
            <a href={link(`/${place}`)} aria-current={place === at ? (here ? 'page' : 'true') : undefined}>
              {t(`public.nav.${place}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
