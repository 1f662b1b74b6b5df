/** Reads a text in one language, in the browser: the same grammar, the same model, the same figures as on a server. */
import ar from '../../../locales/ar/talk.json';
import en from '../../../locales/en/talk.json';
import { classifyWith } from '../../talk/classify.ts';
import type { Detector } from '../../talk/detector.ts';
import type { Language } from '../../talk/grammar.ts';
import type { Classified } from '../../talk/model.ts';
import { ready, readyInSteps } from '../../talk/moves-in.ts';
import { type ModelFile, modelOf } from '../../talk/weights.ts';

const everyTalk = Object.entries(
  import.meta.glob<Readonly<Record<string, string>>>('../../../locales/*/talk.json', {
    eager: true,
    import: 'default',
  }),
).map(([path, texts]) => [path.split('/').slice(-2)[0] ?? '', texts] as const);

export interface Away {
  /** Where the words stand, in UTF-16 units. */
  span: readonly [start: number, end: number];
  /** What they do to the conversation, by the language of the page. */
  why: Readonly<Record<string, string>>;
  /** In the language of the text. */
  gentler: readonly [string, string];
}

export interface Reading {
  /** Makes grammar and model ready, a little at a time: `rest` lets the browser do what is waiting. Safe to ask twice. */
  prepare(rest: () => Promise<void>): Promise<void>;
  classify(text: string): Classified;
  /** The move that is most probable; null where there is nothing to say. */
  look(text: string): Away | null;
}

/** Where nobody prepared it, the first text takes as long as all the steps together; each later one a few milliseconds. */
export function reading(language: Language, file: unknown): Reading {
  let detector: Detector | undefined;
  const own = { en, ar }[language.id];
  const classify = (text: string) => {
    detector ??= { made: ready(language), model: modelOf(file as ModelFile) };
    return classifyWith(text, detector);
  };
  return {
    async prepare(rest) {
      if (detector !== undefined) return;
      await rest();
      const model = modelOf(file as ModelFile);
      await rest();
      const steps = readyInSteps(language);
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) await rest();
      detector = { made: step.value, model };
      await rest();
    },
    classify,
    look(text) {
      const [first, ...rest] = classify(text).moves;
      if (first === undefined) return null;
      const { move, span } = rest.reduce(
        (best, one) => (one.probability > best.probability ? one : best),
        first,
      );
      return {
        span,
        why: Object.fromEntries(everyTalk.map(([lang, texts]) => [lang, texts[`move.${move}.why`] ?? ''])),
        gentler: [own[`move.${move}.gentler.1`], own[`move.${move}.gentler.2`]],
      };
    },
  };
}
