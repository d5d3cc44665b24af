export const leavingPage = {
  title: 'Uit dienst',
  question: (name: string) => `Vanaf welke dag is ${name} uit dienst?`,
  now: (on: string, until: string) => `Nu staat er: uit dienst vanaf ${on}, toegang tot ${until}.`,
  days: (days: number) =>
    days === 0
      ? 'Vanaf die dag kan de werknemer niet meer inloggen.'
      : `De werknemer kan na die dag nog ${days === 1 ? '1 dag' : `${days} dagen`} inloggen, bijvoorbeeld om loonstroken te bewaren.`,
  letters: 'De werknemer krijgt nu een e-mail. Een week voor de toegang stopt, komt er nog een.',
  end: 'Daarna blokkeert het Werknemerloket de toegang vanzelf.',
  day: 'Uit dienst vanaf',
  dayHint: 'Een dag, zoals 1-12-2026.',
  noDay: 'Vul een dag in, zoals 1-12-2026. Hij ligt hoogstens 2 jaar van vandaag.',
  cancel: 'Annuleren',
  save: 'Opslaan',
  stays: 'Gaat de werknemer toch niet uit dienst?',
  staysHow: 'Neem de datum dan terug. Is de toegang daardoor geblokkeerd? Dan gaat die weer open.',
  withdraw: 'Datum terugnemen',
  set: (name: string, until: string) =>
    `De datum is opgeslagen. ${name} kan inloggen tot ${until}. Daarna stopt de toegang vanzelf.`,
  endsNow: (name: string) => `De datum is opgeslagen. De toegang van ${name} is gestopt.`,
  withdrawn: (name: string) => `De datum is teruggenomen: ${name} blijft in dienst.`,
  same: 'Er is niets veranderd: het stond er al zo.',
  meanwhile: 'Er is niets veranderd: deze werknemer is intussen gewijzigd. Kijk hieronder hoe het nu is.',
};

/** On the page of the employee. */
export const leavingLine = {
  leaves: (on: string, until: string) => `Uit dienst vanaf ${on}. Toegang tot ${until}.`,
  gone: (on: string) =>
    `Uit dienst vanaf ${on}. De toegang is gestopt. Neem de datum terug om weer toegang te geven.`,
};

/** On the employee's own page. */
export const ownLine = (on: string, until: string) =>
  `Je bent uit dienst vanaf ${on}. Je kunt inloggen tot ${until}. Bewaar voor die tijd wat je wilt houden.`;
