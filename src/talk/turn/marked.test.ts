/** Marks neither lose nor double a letter, however the spans lie. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pieces } from './marked.ts';

test('the pieces are the text, and the marked ones are exactly what the spans cover', () => {
  const cases = fc.string({ unit: 'grapheme', maxLength: 60 }).chain((text) =>
    fc.record({
      text: fc.constant(text),
      spans: fc.array(
        fc
          .tuple(fc.nat(text.length), fc.nat(text.length))
          .map(([a, b]) => ({ span: [Math.min(a, b), Math.max(a, b)] as const })),
        { maxLength: 6 },
      ),
    }),
  );
  fc.assert(
    fc.property(cases, ({ text, spans }) => {
      const made = pieces(text, spans);
      expect(made.map((piece) => piece.text).join('')).toBe(text);
      let at = 0;
      for (const { text: part, isAway } of made) {
        for (let n = at; n < at + part.length; n++) {
          expect(spans.some(({ span }) => span[0] <= n && n < span[1])).toBe(isAway);
        }
        at += part.length;
      }
    }),
  );
});
