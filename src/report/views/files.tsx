/** Photos and recordings beside her words: shown by the island where it can seal them. */
import { Button, type Frame } from '../../web/index.ts';

export function Files({ t }: Pick<Frame, 't'>) {
  return (
    <div class="stack" data-files hidden>
      <h2 class="h3">{t('report.words.files')}</h2>
      <p class="hint">{t('report.words.files_hint')}</p>
      <ul class="stack" data-file-list />
      <p data-file-status role="status" hidden />
      <p class="acts">
        <Button type="button" kind="second" icon="image" data-add-photo>
          {t('report.words.add_photo')}
        </Button>
      </p>
      <input type="file" accept="image/jpeg,image/png,image/webp" hidden />
      <template data-file>
        <li class="between">
          <span data-name />
          <button type="button" class="link" data-remove>
            {t('report.words.take_out')} <span class="vh" data-of />
          </button>
        </li>
      </template>
    </div>
  );
}
