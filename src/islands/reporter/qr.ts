/** A code as a picture another phone can read: the words or digits and nothing else, no address. */
import { encode } from 'uqr';

const svg = 'http://www.w3.org/2000/svg';

/** A quiet edge of four modules (ISO/IEC 18004), on paper of its own, so that it reads in the dark too. */
export function qrOf(text: string): SVGSVGElement {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const paper = drawn(`M0 0h${size}v${size}H0z`);
  paper.setAttribute('class', 'qr-paper');
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('class', 'qr');
  picture.setAttribute('viewBox', `0 0 ${size} ${size}`);
  picture.setAttribute('shape-rendering', 'crispEdges');
  picture.setAttribute('aria-hidden', 'true');
  picture.append(paper, drawn(pathOf(data)));
  return picture;
}

function drawn(d: string): SVGPathElement {
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', d);
  return path;
}

/** One stroke per run of dark squares in a row. */
export function pathOf(data: readonly (readonly boolean[])[]): string {
  return data
    .flatMap((row, y) => {
      const runs: string[] = [];
      for (let x = 0; x < row.length; x++) {
        if (!row[x]) continue;
        const start = x;
        while (row[x + 1]) x++;
        runs.push(`M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`);
      }
      return runs;
    })
    .join('');
}
