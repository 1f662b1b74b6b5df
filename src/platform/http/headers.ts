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

/** Sent with every answer. Referrer-Policy is same-origin, because with no-referrer browsers send `Origin: null` on our own forms. */
export function safetyHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': policy,
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'geolocation=(self), camera=(), microphone=(), payment=(), usb=(), interest-cohort=()',
    'x-robots-tag': 'noindex',
    ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
