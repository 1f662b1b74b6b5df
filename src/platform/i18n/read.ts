import type { Texts } from './texts.ts';
import { type T, translator } from './translator.ts';

/** In a browser: what the server left in `<template id="…">` as JSON. */
export function readLeft(id: string, from: Document = document): unknown {
  const left = from.getElementById(id);
  return JSON.parse(left instanceof HTMLTemplateElement ? (left.content.textContent ?? 'null') : 'null');
}

/** In a browser: the texts this page carries for its islands. */
export function readTexts(from: Document = document): T {
  const { locale, voice, messages } = readLeft('texts', from) as Texts;
  return translator(locale, voice, (key) => messages[key]);
}
