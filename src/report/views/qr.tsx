/** The text of a code as a picture: drawn here, with a quiet edge of four modules (ISO/IEC 18004). */
import { encode } from 'uqr';

const edge = 4;

export function Qr({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 0, ecc: 'M' });
  const whole = size + 2 * edge;
  const dark = data.flatMap((row, y) =>
    row.flatMap((on, x) => (on ? [`M${x + edge} ${y + edge}h1v1h-1z`] : [])),
  );
  return (
    <svg class="qr" viewBox={`0 0 ${whole} ${whole}`} role="img" aria-label={label}>
      <path class="qr-paper" d={`M0 0h${whole}v${whole}H0z`} />
      <path d={dark.join('')} />
    </svg>
  );
}
