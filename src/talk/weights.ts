/** A shipped model, made ready from its file. */
import type { Model } from './evidence.ts';
import { headCount, heads, places } from './heads.ts';
import type { ModelFile } from './train/whole.ts';

/** Throws where the file is of another make: a wrong model would be worse than none. */
export function modelOf(file: ModelFile): Model {
  if (file.version !== 1 || file.heads.join() !== heads.join()) {
    throw new Error(`A model of version 1 with heads ${heads.join(', ')} is expected.`);
  }
  const { lang, units, biases, threshold, calibration, worth, whole } = file;
  const last = whole === undefined ? {} : { whole };
  return {
    lang,
    threshold,
    calibration,
    worth,
    ...last,
    linear: { units, biases, weights: weightsOf(file.weights) },
  };
}

function weightsOf(base64: string): Int8Array {
  const text = atob(base64);
  const weights = new Int8Array(places * headCount);
  let at = 0;
  const byte = () => text.charCodeAt(at++);
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const next = byte();
      value |= (next & 127) << shift;
      if (next < 128) return value;
    }
  };
  for (let head = 0; head < headCount; head++) {
    const used: number[] = [];
    const count = number();
    let place = 0;
    for (let n = 0; n < count; n++) {
      place += number();
      used.push(place);
    }
    for (const each of used) weights[each * headCount + head] = byte();
  }
  return weights;
}
