import { h } from 'preact';
import type { T } from '../../platform/i18n/index.ts';
import { questionIds } from '../questions.ts';
import type { FindRecording, Recordable } from './model.ts';

interface Props {
  from: { t: T; recording: FindRecording };
  name: Recordable;
}

const asks = (name: Recordable): boolean => name === 'safe' || questionIds.some((id) => id === name);

/** Without a track of captions: what is said is what stands on the page. */
const player = (src: string, label: string) =>
  h('audio', { controls: true, preload: 'none', src, 'aria-label': label });

/** The page read aloud, on tap and never by itself; nothing where nobody has recorded it. */
export function Listen({ from: { t, recording }, name }: Props) {
  const url = recording(t.lang, name);
  if (url === null) return null;
  const label = asks(name) ? t('report.listen.question') : t('report.listen.page');
  return (
    <figure class="listen">
      <figcaption class="small">{label}</figcaption>
      {player(url, label)}
    </figure>
  );
}
