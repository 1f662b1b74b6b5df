/** What every text keeps to, in every language (product.md, Words; care.md 8). */
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, read } from './architecture/source.ts';
import { everyText } from './texts.ts';

type Message = string | Readonly<Record<string, string>>;
type Catalogue = Readonly<Record<string, Message>>;

const catalogues = (lang: string): Map<string, Catalogue> =>
  new Map(
    filesBelow(`locales/${lang}`)
      // meta.json says who has read a catalogue; it holds no text.
      .filter((path) => path.endsWith('.json') && basename(path) !== 'meta.json')
      .map((path) => [basename(path, '.json'), JSON.parse(read(path))]),
  );

const english = catalogues('en');
const arabic = catalogues('ar');

const said = (lang: string, pattern: RegExp) =>
  everyText(lang)
    .filter(({ text }) => pattern.test(text))
    .map(({ key, text }) => `${key}: ${text.slice(0, 80)}`);

const fields = (message: Message | undefined) => {
  const texts = typeof message === 'string' ? [message] : Object.values(message ?? {});
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))),
  ].sort();
};

describe('texts', () => {
  test('both languages say the same things', () => {
    expect([...arabic.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [room, messages] of english) {
      expect(Object.keys(arabic.get(room) ?? {}).sort(), room).toEqual(Object.keys(messages).sort());
    }
  });

  test('a value that stands in one language stands in the other', () => {
    const different = [...english].flatMap(([room, messages]) =>
      Object.entries(messages)
        .filter(([key, message]) => {
          const other = fields(arabic.get(room)?.[key]);
          // Arabic says one and two without the figure.
          const plural = typeof message !== 'string' || typeof arabic.get(room)?.[key] !== 'string';
          return plural ? false : fields(message).join() !== other.join();
        })
        .map(([key]) => `${room}.${key}`),
    );
    expect(different).toEqual([]);
  });

  test('no text is empty', () => {
    expect([...said('en', /^\s*$/), ...said('ar', /^\s*$/), ...said('fr', /^\s*$/)]).toEqual([]);
  });

  test('the words that are never said are not said in English', () => {
    const never =
      /\b(victims?|perpetrators?|allegations?|alleged(ly)?|SOS|incidents?|submit(s|ted|ting)?|submissions?|tickets?|complainants?)\b|\b(safe|dangerous|unsafe) (area|place|street|neighbourhood)s?\b/i;
    expect(said('en', never)).toEqual([]);
  });

  test('nor in Arabic', () => {
    const never =
      /(?<![\u0621-\u064A])[وفبكل]{0,2}(ال|لل)?(بلاغ|بلاغات|ضحية|ضحايا|متهم|متهمة|متهمين|استغاثة)(?![\u0621-\u064A])/;
    expect(said('ar', never)).toEqual([]);
  });

  test('nor in French', () => {
    const never =
      /(?<!\p{L})(victimes?|coupables?|agresseu(r|rs|se|ses)|alléguée?s?|allégations?|plaintes?|signalements?|incidents?|soumettre|soumis|soumise)(?!\p{L})|(?<!\p{L})(zone|lieu|rue|quartier)s? (sûre?|dangereux|dangereuse)s?(?!\p{L})/iu;
    expect(said('fr', never)).toEqual([]);
  });

  test('nobody is asked what they wore or why they were there', () => {
    const never =
      /what (were|was) (you|she|they) wearing|why were you|why did you not|كنتِ? لابسة|ليه كنتِ?|portiez-vous|pourquoi (étiez-vous|n[’']avez-vous pas)/i;
    expect([...said('en', never), ...said('ar', never), ...said('fr', never)]).toEqual([]);
  });

  test('more is not promised than is kept', () => {
    const never =
      /never lost|no third party, ever|100 ?%|military.grade|unbreakable|completely (safe|anonymous)/i;
    expect(said('en', never)).toEqual([]);
  });

  test('Arabic is in Arabic letters', () => {
    const latin = said('ar', /^[^\u0600-\u06FF]*[A-Za-z]{4,}[^\u0600-\u06FF]*$/).filter(
      (line) => !/Upstander|npm|https?:|\{/.test(line),
    );
    expect(latin).toEqual([]);
  });
});
