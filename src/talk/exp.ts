/**
 * The logistic function from additions and multiplications alone: Math.exp may differ in the last digit between engines,
 * and the same text has to give the same figure in each. Source: exp(x) = 2^k exp(r), |r| <= ln 2 / 2, Taylor to r^13.
 */
const ln2 = Math.LN2;

export function exp(x: number): number {
  if (x > 700) return exp(700);
  if (x < -700) return 0;
  const k = Math.floor(x / ln2 + 0.5);
  const r = x - k * ln2;
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= 13; n++) {
    term = (term * r) / n;
    sum += term;
  }
  let power = 1;
  for (let n = 0; n < Math.abs(k); n++) power *= k > 0 ? 2 : 0.5;
  return sum * power;
}

export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** To 1e-4. */
export function rounded(probability: number): number {
  return Math.round(probability * 10_000) / 10_000;
}
