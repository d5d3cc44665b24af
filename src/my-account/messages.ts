export const homePage = {
  title: (name: string) => `Welkom, ${name}`,
  twoFactor: '2 factor authenticatie',
  isOn: (since: string) => `Staat aan sinds ${since}. Je toegang is extra beveiligd.`,
  isOff: 'Staat uit. Met 2 factor authenticatie beveilig je je toegang extra.',
  switchOn: '2 factor authenticatie instellen',
  recoveryCodes: 'Herstelcodes',
  fewCodes: (left: number) => `Je hebt nog ${left === 1 ? '1 herstelcode' : `${left} herstelcodes`}. Maak nieuwe, zodat je altijd kunt inloggen.`,
  codesNotKept: 'Je hebt nog niet gezegd dat je je herstelcodes hebt bewaard. Maak nieuwe en bewaar ze goed.',
  newCodes: 'Nieuwe herstelcodes maken',
  lastLogin: 'Vorige keer ingelogd',
  firstLogin: 'Dit is de eerste keer dat je inlogt.',
  employees: 'Werknemers',
  employeesText: 'Geef werknemers toegang, blokkeer hun toegang of help wie zijn telefoon kwijt is.',
};

export const choosePasswordPage = {
  title: 'Kies een wachtwoord',
  intro: (name: string) => `Welkom, ${name}. Kies een wachtwoord voor het Werknemerloket.`,
  username: 'Gebruikersnaam',
  password: 'Wachtwoord',
  hint: (shortest: number) => `Gebruik minstens ${shortest} tekens. Een zin die je goed onthoudt is sterk en makkelijk.`,
  save: 'Wachtwoord opslaan',
  done: 'Je wachtwoord is opgeslagen. Je kunt nu inloggen.',
  tooShort: (shortest: number) => `Dit wachtwoord is te kort. Gebruik minstens ${shortest} tekens, bijvoorbeeld een zin.`,
  tooLong: (longest: number) => `Dit wachtwoord is te lang. Gebruik hoogstens ${longest} tekens.`,
  noPassword: 'Vul een wachtwoord in.',
};
