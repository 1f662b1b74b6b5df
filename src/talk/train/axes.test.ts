import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axesOf } from './axes.ts';
import { startVectors } from './start.ts';

test('vectors of English words begin where words of a kind lie near each other', () => {
  const start = startVectors('en');
  const near = (one: string, other: string) => {
    const [a, b] = [start.get(one), start.get(other)];
    if (a === undefined || b === undefined) throw new Error(`${one} or ${other} has no vector.`);
    const dot = (x: Float64Array, y: Float64Array) =>
      x.reduce((sum, each, at) => sum + each * (y[at] ?? 0), 0);
    return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  };
  expect(start.size).toBeGreaterThan(20_000);
  expect(near('skirt', 'dress')).toBeGreaterThan(near('skirt', 'court'));
  expect(near('bus', 'train')).toBeGreaterThan(near('bus', 'proof'));
});

test('axes stand upright on each other, the widest first, and none of the cloud is lost', () => {
  const point = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(point, { minLength: 8, maxLength: 20 }), (points) => {
      const { mean, axes } = axesOf(
        points.map((each) => Float64Array.from(each)),
        4,
      );
      const dot = (x: ArrayLike<number>, y: Float64Array) =>
        y.reduce((sum, each, at) => sum + each * (x[at] ?? 0), 0);
      axes.forEach((one, n) => {
        axes.forEach((other, m) => {
          expect(dot(one, other)).toBeCloseTo(n === m ? 1 : 0, 6);
        });
      });
      const widths = axes.map((axis) =>
        points.reduce(
          (sum, each) =>
            sum +
            dot(
              each.map((value, at) => value - (mean[at] ?? 0)),
              axis,
            ) **
              2,
          0,
        ),
      );
      const all = points.reduce(
        (sum, each) => sum + each.reduce((so, value, at) => so + (value - (mean[at] ?? 0)) ** 2, 0),
        0,
      );
      expect(
        [...widths]
          .sort((one, other) => other - one)
          .every((width, n) => Math.abs(width - (widths[n] ?? 0)) < 1e-6),
      ).toBe(true);
      expect(widths.reduce((sum, each) => sum + each, 0)).toBeCloseTo(all, 5);
    }),
  );
});
