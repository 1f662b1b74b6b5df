/** The languages whose grammar there is. */
import { english } from './english/index.ts';
import type { Language } from './grammar.ts';
import type { Lang } from './model.ts';

export const languages: Readonly<Partial<Record<Lang, Language>>> = { en: english };
