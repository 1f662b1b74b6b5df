import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const box = { checked: false };
const page = vi.hoisted(() => ({ submit: null as ((event: { preventDefault(): void }) => void) | null }));

vi.mock('./reporter/able.ts', () => ({ canSeal: () => true }));
vi.mock('./reporter/page.ts', () => ({
  all: () => [],
  show: () => undefined,
  find: (selector: string) =>
    selector.startsWith('form')
      ? {
          dataset: { tell: '/en/report/tell' },
          addEventListener: (_: string, act: typeof page.submit) => {
            page.submit = act;
          },
        }
      : box,
}));

const location = { search: '', assign: vi.fn(), replace: vi.fn() };
beforeEach(() => vi.stubGlobal('location', location));
afterEach(() => vi.unstubAllGlobals());

test('on a phone that others use, the page before the questions is not left in the history', async () => {
  await import('./report-start.ts');
  const start = () => page.submit?.({ preventDefault: () => undefined });
  start();
  expect(location.assign).toHaveBeenCalledWith('/en/report/tell');
  expect(location.replace).not.toHaveBeenCalled();
  location.assign.mockClear();
  box.checked = true;
  start();
  expect(location.replace).toHaveBeenCalledWith('/en/report/tell?shared=yes');
  expect(location.assign).not.toHaveBeenCalled();
});
