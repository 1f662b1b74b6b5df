/** The commands of one chapter of the operator's guide, as they stand there: guide and test cannot drift apart. */
import { readFileSync } from 'node:fs';

/** `step` is what stands in bold before the block, up to its first dot or comma: '1', 'To update'. */
export interface Block {
  step: string;
  language: string;
  lines: readonly string[];
}

export function blocksOf(heading: string, file = 'docs/operator.md'): Block[] {
  const [, after = ''] = readFileSync(file, 'utf8').split(`\n## ${heading}\n`);
  const chapter = after.split('\n## ')[0] ?? '';
  let step = '';
  return [...chapter.matchAll(/^\*\*([^.*,]+)|^```(\w+)\n([^`]*)^```$/gm)].flatMap(
    ([, bold, language, text]) => {
      if (bold !== undefined) step = bold;
      return language === undefined || text === undefined
        ? []
        : [{ step, language, lines: text.trimEnd().split('\n') }];
    },
  );
}
