/** Where things stand on a chart whose time runs the way the language is read. Pure. */

export const width = 1000;

export interface Scale {
  /** From 0 to 1 along the conversation, to a place between 0 and `width`. */
  x(share: number): number;
  /** The same as a percentage, for what is not stretched. */
  percent(share: number): string;
}

export function scaleOf(dir: 'ltr' | 'rtl'): Scale {
  const along = (share: number) => (dir === 'rtl' ? 1 - share : share);
  return {
    x: (share) => Math.round(along(share) * width),
    percent: (share) => `${Math.round(along(share) * 1000) / 10}%`,
  };
}

export interface Point {
  /** 0 to 1 along the conversation. */
  at: number;
  /** 0 to 1 from the bottom. */
  low: number;
  high: number;
}

const y = (share: number) => Math.round((1 - share) * 1000) / 10;

/** The area between two lines. */
export function area(points: readonly Point[], { x }: Scale): string {
  const top = points.map(({ at, high }) => `${x(at)} ${y(high)}`);
  const bottom = points.map(({ at, low }) => `${x(at)} ${y(low)}`).reverse();
  return `M${[...top, ...bottom].join('L')}Z`;
}

export function line(points: readonly { at: number; value: number }[], { x }: Scale): string {
  return `M${points.map(({ at, value }) => `${x(at)} ${y(value)}`).join('L')}`;
}
