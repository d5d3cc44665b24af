/** The languages of the portal, as BCP 47 names them. The first is everybody's who prefers no other. */
export const languages = ['nl', 'en'] as const;

export type Language = (typeof languages)[number];

/** Who or what reads: a request, a letter. */
export interface Reading {
  language: Language;
}

/** The texts of a feature, for whoever reads them. Each language has them all: the compiler holds it. */
export const inLanguages =
  <T>(texts: Record<Language, T>) =>
  ({ language }: Reading): T =>
    texts[language];

export const isLanguage = (text: unknown): text is Language =>
  languages.some((language) => language === text);
