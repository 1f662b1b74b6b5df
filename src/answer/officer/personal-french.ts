/** What in French words speaks of a person: titles before a name, and whoever told. Used by personal.ts. Pure. */

const before = '(?<![\\p{L}\\p{M}\\p{N}])';
const after = '(?![\\p{L}\\p{M}\\p{N}])';

/** A name after one of these begins with a capital: "M. le directeur" names nobody. */
const titles =
  'MM?\\.|Mmes?|Mlles?|Monsieur|Madame|Mademoiselle|Docteure?|Dr|Pr|Professeure?|Maître|Capitaine|Commandante?|Lieutenante?|Inspect(?:eur|rice)|Agente?';
const person =
  'femme|fille|dame|homme|garçon|type|étudiante?|passag(?:er|ère)|voyageu(?:r|se)|personne|employée?|salariée?|cliente?|usag(?:er|ère)|individu';
const told =
  'dit|raconte|racontée?|écrit|porté|déposé|signalée?|plainte?|plaint|accusée?|prétendu|menti|appelée?|envoyé|publié|fait|venue?';

const pattern = (source: string, flags: string) => new RegExp(`${before}(?:${source})${after}`, flags);

export const frenchName = pattern(
  `(?:${titles})\\s*\\p{Lu}[\\p{L}\\p{M}'’-]*(?:\\s+\\p{Lu}[\\p{L}\\p{M}'’-]*)*`,
  'gu',
);

export const frenchTold: readonly RegExp[] = [
  pattern(
    `(?:la|le|l['’]|cette|cet|ce|une?|votre)\\s*(?:jeune\\s+)?(?:${person})\\s+qui\\s+(?:nous\\s+|vous\\s+)?(?:(?:s['’]est|a|est)\\s+)?(?:${told})`,
    'giu',
  ),
  // A station is "elle" too: only what no station does.
  pattern(
    "elle\\s+(?:nous\\s+|vous\\s+)?(?:s['’]est\\s+plainte|a\\s+(?:menti|prétendu|accusé|raconté|porté\\s+plainte))",
    'giu',
  ),
  pattern(
    `(?:sa|son|ses)\\s+(?:propres?\\s+)?(?:plaintes?|récits?|histoires?|accusations?|tenue|robe|jupe|vêtements?)`,
    'giu',
  ),
  pattern('(?:la|le|cette|ce)\\s+plaignante?', 'giu'),
];
