import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export type Encoding = 'br' | 'gzip';

/** The best encoding a browser takes; `;q=0` refuses one (RFC 9110, 12.5.3). */
export function encodingFor(acceptEncoding: string | undefined): Encoding | null {
  const takes = (name: string) =>
    (acceptEncoding ?? '').split(',').some((part) => {
      const [coding = '', q = ''] = part.toLowerCase().replaceAll(' ', '').split(';');
      return coding === name && !/^q=0(\.0*)?$/.test(q);
    });
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : null;
}

/** Quality 4 for pages made per request, 9 for what is kept until something changes, 11 for files that never change. */
export function compress(content: Uint8Array, encoding: Encoding, quality: 4 | 9 | 11): Promise<Buffer> {
  if (encoding === 'gzip') return zip(content, { level: quality === 4 ? 6 : 9 });
  return brotli(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
}
