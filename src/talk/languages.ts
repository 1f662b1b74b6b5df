/** The languages whose grammar there is. */
import { arabic } from './arabic/index.ts';
import { english } from './english/index.ts';
import type { Language } from './grammar.ts';
import type { Lang } from './model.ts';

export const languages: Readonly<Partial<Record<Lang, Language>>> = { ar: arabic, en: english };
