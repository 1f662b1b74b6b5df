const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // blob: is what the page itself has made or opened: a photo before it is drawn anew, a file at the desk.
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "worker-src 'self'",
  "manifest-src 'self'",
].join('; ');

const permissions = (microphone: '()' | '(self)'): string =>
  `geolocation=(self), camera=(), microphone=${microphone}, payment=(), usb=(), interest-cohort=()`;

/** Beside a page that can record her voice; the browser still asks her. Every other page cannot even ask. */
export const mayRecord: Readonly<Record<string, string>> = { 'permissions-policy': permissions('(self)') };

/** Sent with every answer. Referrer-Policy is same-origin, because with no-referrer browsers send `Origin: null` on our own forms. */
export function safetyHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': policy,
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': permissions('()'),
    'x-robots-tag': 'noindex',
    ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
