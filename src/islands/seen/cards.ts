/**
 * "Keep these cards on this phone": each language under a name of its own, which is all that is remembered of the wish, and
 * with an icon where the browser can. It learns of the icon only once the cards are kept, and then waits for a tap.
 */
import { all, find, make, need, show } from '../reporter/page.ts';
import { forgetPages, keepPages, type PagesData } from '../reporter/pages.ts';

/** Sent by browsers that can make an icon; it works once. */
interface Offer extends Event {
  prompt(): Promise<unknown>;
}

export const cards = `cards-${document.documentElement.dataset.locale}`;
export const areKept = (): Promise<boolean> => caches.has(cards);

/** iPhones and iPads alone have this property: true behind the icon, false in the browser. */
const onApple = (navigator as { standalone?: boolean }).standalone;
const behindIcon = (): boolean => onApple === true || matchMedia('(display-mode: standalone)').matches;

export function offerToKeep(data: PagesData, kept: boolean): void {
  const card = need('[data-cards]');
  const icon = need('[data-icon]', card);
  let offer: Offer | null = null;
  let hasIcon = behindIcon();

  const stand = (state: 'not' | 'kept' | 'gone' | 'failed') => {
    for (const part of all('[data-when]', card))
      show(part, (part.dataset.when ?? '').split(' ').includes(state));
    const linked = find('link[rel="manifest"]');
    if (state !== 'kept') linked?.remove();
    else if (!linked) document.head.append(make('link', { rel: 'manifest', href: card.dataset.cards ?? '' }));
    showIcon();
  };
  const showIcon = () => {
    show(icon, offer !== null && !hasIcon);
    const byHand = onApple === undefined ? 'menu' : 'ios';
    for (const way of all('[data-by-hand]', card))
      show(way, offer === null && !hasIcon && way.dataset.byHand === byHand);
  };
  const act = (selector: string, done: () => Promise<'kept' | 'gone'>) =>
    need(selector, card).addEventListener('click', () => {
      void done()
        .catch(() => 'failed' as const)
        .then((state) => {
          stand(state);
          if (state !== 'failed') show(document.getElementById('offline'), false);
          need('[data-cards-said]', card).focus();
        });
    });

  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event as Offer;
    showIcon();
  });
  addEventListener('appinstalled', () => {
    hasIcon = true;
    showIcon();
  });
  icon.addEventListener('click', () => {
    const asked = offer;
    offer = null;
    asked?.prompt().then(showIcon, showIcon);
  });
  act('[data-keep]', async () => {
    try {
      await keepPages(cards, data);
    } catch (error) {
      await caches.delete(cards);
      throw error;
    }
    await caches.delete('seen');
    return 'kept';
  });
  act('[data-away]', async () => {
    await caches.delete('seen');
    await forgetPages(cards);
    return 'gone';
  });
  stand(kept ? 'kept' : 'not');
  show(card, true);
}
