import type { HTMLAttributes } from 'preact';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      /** The pause; `islands/reconsider.ts`. */
      'upstander-reconsider': HTMLAttributes<HTMLElement> & { thread?: string; counts?: 'off' };
    }
  }
}
