import type { T } from '../../platform/i18n/index.ts';
import type { Both } from '../ask/model.ts';

/** Ids whose name in Arabic is still missing: 'body trams', 'place tram-1', 'area weavers'. */
export type Wanted = ReadonlySet<string>;

interface NameProps {
  name: Both;
  t: T;
  /** Of what it is the name: 'body trams'. */
  of: string;
  wanted: Wanted;
}

/** A name in the page's language; one that exists in English only says so. */
export function Name({ name, t, of, wanted }: NameProps) {
  if (t.lang !== 'ar' || !wanted.has(of)) return <bdi>{t.of(name)}</bdi>;
  return (
    <>
      <bdi lang="en">{name.en}</bdi> <small class="quiet light">({t('answer.name_wanted')})</small>
    </>
  );
}
