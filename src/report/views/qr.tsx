/** The text of a code as a picture: drawn here, with a quiet edge of four modules (ISO/IEC 18004). */
import { encode } from 'uqr';

const edge = 4;

export function Qr({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 0, ecc: 'M' });
  const whole = size + 2 * edge;
  const dark = data.flatMap((row, y) => runs(row).map(([x, n]) => `M${x + edge} ${y + edge}h${n}v1h-${n}z`));
  return (
    <svg class="qr" viewBox={`0 0 ${whole} ${whole}`} role="img" aria-label={label}>
      <path class="qr-paper" d={`M0 0h${whole}v${whole}H0z`} />
      <path d={dark.join('')} />
    </svg>
  );
}

/** Where dark modules begin, and how many follow each other. */
function runs(row: readonly boolean[]): [at: number, length: number][] {
  const found: [number, number][] = [];
  row.forEach((on, x) => {
    const last = found.at(-1);
    if (!on) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else found.push([x, 1]);
  });
  return found;
}
