export const policyPage = {
  title: 'Beleid',
  intro:
    'Kies wie tweestapsverificatie moet gebruiken, en hoelang wie uit dienst gaat nog kan inloggen. Voor je iets opslaat, zie je wie dat merkt.',
  employees: 'Tweestapsverificatie van werknemers',
  officers: 'Tweestapsverificatie van HR-medewerkers',
  choices: {
    employee: { 'eigen-keuze': 'Werknemers kiezen zelf', verplicht: 'Verplicht voor werknemers' },
    officer: { 'eigen-keuze': 'HR-medewerkers kiezen zelf', verplicht: 'Verplicht voor HR-medewerkers' },
  },
  from: {
    employee: 'Werknemers: verplicht vanaf',
    officer: 'HR-medewerkers: verplicht vanaf',
  },
  fromHint: 'Een dag, zoals 1-12-2026. Laat leeg als het meteen ingaat.',
  leaving: 'Uit dienst',
  days: 'Dagen dat iemand daarna nog kan inloggen',
  daysHint: 'Een getal van 0 tot 365. Het geldt voor wie vanaf nu uit dienst wordt gemeld.',
  noDays: (most: number) => `Vul een getal in van 0 tot ${most}.`,
  next: 'Bekijk wie dit merkt',
  noChoice: {
    employee: 'Kies of tweestapsverificatie verplicht is voor werknemers.',
    officer: 'Kies of tweestapsverificatie verplicht is voor HR-medewerkers.',
  },
  noDay: 'Vul een dag in, zoals 1-12-2026. Of laat het veld leeg.',
  dayButFree: 'Kies hierboven ‘verplicht’, of laat dit veld leeg.',
  log: 'Logboek',
  months: 'Maanden dat het logboek wordt bewaard',
  monthsHint: 'Wat ouder is, haalt het Werknemerloket weg uit het logboek.',
  noMonths: (least: number, most: number) => `Vul een aantal maanden in van ${least} tot en met ${most}.`,
  saved: 'Het beleid is opgeslagen. Het geldt vanaf nu.',
  unchanged: 'Er is niets veranderd: het beleid was al zo.',
};

/** What it comes to, before it is saved. */
export const effectsPage = {
  title: 'Wie kan er dan niet meer verder?',
  groups: { employee: 'Werknemers', officer: 'HR-medewerkers' },
  optional:
    'Niemand wordt tegengehouden: zij kiezen zelf. Is het nu verplicht? Wie dan een wachtwoord heeft van minder dan 15 tekens, kiest eerst een langer.',
  nobody: 'Niemand. Iedereen die kan inloggen, gebruikt al tweestapsverificatie.',
  held: (count: number, day?: string) =>
    day === undefined
      ? `${count === 1 ? '1 persoon moet' : `${count} personen moeten`} bij de volgende klik eerst tweestapsverificatie instellen:`
      : `${count === 1 ? '1 persoon moet' : `${count} personen moeten`} vanaf ${day} eerst tweestapsverificatie instellen. Tot die dag staat dat boven elke pagina. Nu gaat het om:`,
  leaving: 'Uit dienst',
  days: (days: number) =>
    days === 0
      ? 'Wie vanaf nu uit dienst wordt gemeld, kan vanaf die dag niet meer inloggen. Voor wie al gemeld is, verandert er niets.'
      : `Wie vanaf nu uit dienst wordt gemeld, kan na die dag nog ${days === 1 ? '1 dag' : `${days} dagen`} inloggen. Voor wie al gemeld is, verandert er niets.`,
  log: 'Logboek',
  months: (months: number) =>
    `Wat meer dan ${months} maanden geleden gebeurde, verdwijnt uit het logboek. Dat begint meteen, en is niet terug te draaien.`,
  first: (shown: number) => `Dit zijn de eerste ${shown}.`,
  all: 'Bekijk ze allemaal',
  nothing: 'Er verandert niets: het beleid is al zo.',
  save: 'Opslaan',
  back: 'Terug',
};
