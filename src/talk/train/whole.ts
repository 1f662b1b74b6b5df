/** Weights as whole numbers, the smallest left out, and the file they are shipped in. Pure. */
import type { Calibration, Model } from '../evidence.ts';
import { headCount, heads, type Linear, places } from '../heads.ts';
import type { Lang, Move } from '../model.ts';
import type { OfWhole } from '../whole-post.ts';
import type { Fitted } from './fit.ts';

/** How many places a head keeps. */
const kept = 5000;

export function whole({ weights, biases }: Fitted): Linear {
  const packed = new Int8Array(places * headCount);
  const units: number[] = [];
  for (let head = 0; head < headCount; head++) {
    const sizes: number[] = [];
    for (let at = 0; at < places; at++) {
      const size = Math.abs(weights[at * headCount + head] ?? 0);
      if (size > 0) sizes.push(size);
    }
    sizes.sort((one, other) => other - one);
    const least = sizes[Math.min(kept, sizes.length) - 1] ?? 0;
    const unit = Math.max(1, Math.ceil(((sizes[0] ?? 0) * 65_536) / 127));
    for (let at = 0; at < places; at++) {
      const weight = weights[at * headCount + head] ?? 0;
      if (Math.abs(weight) >= least && weight !== 0) {
        packed[at * headCount + head] = Math.round((weight * 65_536) / unit);
      }
    }
    units.push(unit);
  }
  return { weights: packed, units, biases: [...biases].map((bias) => Math.round(bias * 65_536)) };
}

export interface ModelFile {
  version: 1;
  lang: Lang;
  heads: readonly string[];
  units: readonly number[];
  biases: readonly number[];
  threshold: number;
  worth: Readonly<Record<string, number>>;
  calibration: Readonly<Record<Move, Calibration>>;
  whole?: OfWhole;
  /** For each head: places that have a weight, as differences, then the weights; see `weightsOf`. Base64. */
  weights: string;
}

export function fileOf(model: Model): ModelFile {
  const { lang, linear, calibration, threshold, worth, whole: last } = model;
  const bytes: number[] = [];
  for (let head = 0; head < headCount; head++) {
    const used: number[] = [];
    for (let at = 0; at < places; at++) if (linear.weights[at * headCount + head] !== 0) used.push(at);
    number(used.length, bytes);
    let last = 0;
    for (const at of used) {
      number(at - last, bytes);
      last = at;
    }
    for (const at of used) bytes.push((linear.weights[at * headCount + head] ?? 0) & 0xff);
  }
  return {
    version: 1,
    lang,
    heads,
    units: linear.units,
    biases: linear.biases,
    threshold,
    worth,
    calibration,
    ...(last === undefined ? {} : { whole: last }),
    weights: btoa(bytes.map((byte) => String.fromCharCode(byte)).join('')),
  };
}

/** Seven bits a byte, the lowest first; the highest bit says that more follow. */
function number(value: number, bytes: number[]): void {
  let left = value;
  while (left >= 128) {
    bytes.push((left & 127) | 128);
    left >>= 7;
  }
  bytes.push(left);
}
