import { atEnd } from '../../models/names.js';
/** After the model of the Dutch government, as far as it fits one product that many organisations run themselves. */
export const statementPage = {
  title: 'Toegankelijkheid',
  intro:
    'Iedereen moet het Werknemerloket kunnen gebruiken, ook mensen met een beperking. Op deze pagina lees je hoe ver we zijn, en wat je kunt doen als iets niet lukt.',
  who: 'Wie is verantwoordelijk?',
  responsible: (employer: string | undefined) =>
    employer === undefined
      ? 'De organisatie die je dit Werknemerloket aanbiedt. Meestal is dat je werkgever.'
      : `De organisatie die je dit Werknemerloket aanbiedt, voor ${atEnd(employer)}`,
  status: 'Hoe toegankelijk is het?',
  statusText:
    'Het Werknemerloket is gemaakt volgens de regels voor toegankelijkheid: WCAG 2.2, niveau A en AA (in Europa: EN 301 549). De makers hebben het zelf getest. Een onafhankelijk onderzoek is er nog niet. Daarom zeggen we: het Werknemerloket voldoet gedeeltelijk.',
  tested: 'Wat is getest?',
  tests: [
    'Alle pagina’s werken zonder JavaScript, en met alleen een toetsenbord.',
    'Alle pagina’s passen op een telefoon, ook op een smal scherm van 320 pixels. Dat is hetzelfde als 400% vergroten.',
    'Alle pagina’s zijn met een programma nagekeken op fouten in de toegankelijkheid (axe) en in de opbouw (HTML).',
    'Letters zijn op elke kleur goed te lezen. Dat geldt ook voor de donkere weergave en voor de kleur van je werkgever.',
    'Elke fout staat bij het veld en boven aan de pagina, en zegt wat je kunt doen.',
  ],
  notTested: 'Wat is nog niet getest, of lukt nog niet?',
  limits: [
    'Mensen die een schermlezer of spraakbesturing gebruiken, hebben het nog niet getest.',
    'Een barcode kun je niet scannen als je hem niet ziet. Naast elke barcode staat daarom een code die je kunt kopiëren.',
    'Na het wachtwoord heb je 5 minuten om een verificatiecode in te vullen. Na 30 minuten zonder klik log je opnieuw in. Dat is nodig voor de beveiliging.',
  ],
  complain: 'Lukt er iets niet?',
  complainText:
    'Laat het je werkgever weten. Zeg op welke pagina je was, wat je wilde doen en wat er gebeurde. Je werkgever helpt je verder, en geeft fouten door aan de makers.',
  contact: (employer: string, line: string) => `${employer}: ${line}`,
  notSatisfied:
    'Ben je niet tevreden met het antwoord? Dan kun je een klacht sturen naar het College voor de Rechten van de Mens:',
  institute: { name: 'mensenrechten.nl', address: 'https://www.mensenrechten.nl/' },
  made: (day: string) => `Deze verklaring is van ${day}.`,
};
