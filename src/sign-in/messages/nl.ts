export const passwordPage = {
  title: 'Inloggen Werknemerloket',
  username: 'Gebruikersnaam',
  password: 'Wachtwoord',
  signIn: 'Inloggen',
  forgotten: 'Wachtwoord vergeten?',
  signedOut: 'Je bent uitgelogd.',
  alreadySignedIn: (name: string) =>
    `Je bent hier al ingelogd, als ${name}. Wil je als iemand anders inloggen? Log dan eerst uit.`,
  loginEnded: 'Je bent niet meer ingelogd. Log opnieuw in.',
  pendingEnded: 'Het inloggen duurde te lang, of je gegevens zijn veranderd. Log opnieuw in.',
};

export const codePage = {
  title: 'Inloggen bij het Werknemerloket',
  code: 'Verificatiecode',
  hint: 'Vul hier de code in die je terug kunt vinden in de app die op je mobile device is geïnstalleerd. De code die in de app wordt gegenereerd, is een beperkte tijd geldig.',
  timeLimit: (left: string) => `Je hebt ${left} om de code in te vullen. Daarna moet je opnieuw inloggen.`,
  cancel: 'Annuleren',
  signIn: 'Inloggen',
  tooManyCodes: 'Je hebt te vaak een verkeerde code ingevuld. Log opnieuw in.',
  usedRecoveryCode: (left: number, areFew: boolean) =>
    `Je bent ingelogd met een herstelcode. Die werkt nu niet meer: streep hem door. ${
      left === 0 ? 'Het was je laatste.' : `Je hebt er nog ${left}.`
    }${areFew ? ' Maak nieuwe.' : ''}`,
  employer: (name: string) => `Werkgever: ${name}`,
  contact: (line: string) => `Contact: ${line}`,
  noApp: 'Heb je geen toegang meer tot je verificatie code app, neem dan contact op met je werkgever.',
};

/** What the employer asks, on every page. */
export const policy = {
  setUpFirst:
    'Je werkgever vraagt dat je 2 factor authenticatie gebruikt. Stel het nu in. Daarna kun je verder.',
  requiredFrom: (day: string) =>
    `Vanaf ${day} heb je 2 factor authenticatie nodig voor het Werknemerloket. Stel het nu alvast in.`,
};

export const problems = {
  noUsername: 'Vul je gebruikersnaam in.',
  noPassword: 'Vul je wachtwoord in.',
  wrongLogin:
    'De gebruikersnaam of het wachtwoord klopt niet. Probeer het opnieuw, of vraag je werkgever om hulp.',
  blocked: 'Je werkgever heeft je toegang geblokkeerd. Neem contact op met je werkgever.',
  revoked: 'Je werkgever heeft je toegang ingetrokken. Klopt dat niet? Neem dan contact op met je werkgever.',
};
