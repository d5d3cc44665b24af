import type * as nl from './nl.js';

export const layout: typeof nl.layout = {
  portal: 'Werknemerloket',
  skip: 'Skip to the content',
  error: 'Error: ',
  menuOf: 'Menu of',
  twoFactor: 'Two-factor authentication',
  security: 'Security',
  employees: 'Employees',
  coverage: 'Coverage',
  log: 'Log',
  officers: 'HR officers',
  policy: 'Policy',
  changePassword: 'Change password',
  explanation: 'Explanation',
  accessibility: 'Accessibility',
  help: 'Need help?',
  helpFrom: (employer, contact) => `${employer}: ${contact}`,
  askEmployer: 'Ask your employer.',
  setUpNow: 'Set it up now',
  signOut: 'Log out',
  problems: 'Something went wrong',
  staleForm: 'This page is too old. Fill in the form again.',
  noCookies:
    'Your browser sends no cookies. The Werknemerloket needs them. Allow cookies in the settings of your browser.',
  timeLimit: (idle, absolute) =>
    `Do nothing for ${idle} and you are logged out. After ${absolute} you always log in again.`,
  toHome: 'Go to the home page',
  underWay: {
    progress: (done, all) => `${done} of ${all} done.`,
    closable: 'You can close this page. It simply goes on.',
    comesBack: 'This page refreshes itself.',
    stopRefresh: 'Stop refreshing',
    refresh: 'Refresh',
  },
  ownName: 'English',
};

export const deviceName: typeof nl.deviceName = (browser, system) => `${browser} on ${system}`;

const deadLink = 'This link no longer works';

export const deadLinkPages: typeof nl.deadLinkPages = {
  invitation: {
    status: 410,
    title: deadLink,
    text: 'The link has been used or is too old. Ask your employer for a new one. Have you already chosen a password? Then you can just log in.',
  },
  password: {
    status: 410,
    title: deadLink,
    text: 'The link has been used or is too old. Ask for a new one on the login page, with ‘Forgotten your password?’. Have you already chosen a new password? Then you can just log in.',
  },
  email: {
    status: 410,
    title: deadLink,
    text: 'The link has been used or is too old. Has your e-mail address not changed yet? Log in and ask again, on the page Security.',
  },
  close: {
    status: 410,
    title: deadLink,
    text: 'The link has been used or is too old. Do you think that somebody else can log in as you? Then contact your employer at once.',
  },
};

export const errorPages: typeof nl.errorPages = {
  400: {
    status: 400,
    title: 'This request is not right',
    text: 'The Werknemerloket does not understand what your browser sent. Go back and try again.',
  },
  403: {
    status: 403,
    title: 'You have no access to this page',
    text: 'This page is not meant for you. Do you think that is wrong? Then contact your employer.',
  },
  staleForm: {
    status: 403,
    title: 'This page is too old',
    text: 'Nothing has changed. Go back, open the page again and try once more.',
  },
  othersLink: {
    status: 403,
    title: 'This link is for somebody else',
    text: 'You are logged in with another username. Log out first. Then open the link in the e-mail again.',
  },
  404: {
    status: 404,
    title: 'This page does not exist',
    text: 'Check the address, or go to the home page.',
  },
  413: {
    status: 413,
    title: 'This is too much text',
    text: 'You filled in more than the Werknemerloket can take. Go back and fill in less.',
  },
  tooManyTries: (wait) => ({
    status: 429,
    title: 'Too many tries',
    text: `You have tried too often. Try again in ${wait}.`,
  }),
  tooManyActions: (wait) => ({
    status: 429,
    title: 'You changed a lot',
    text: `This last one was not done: there is a limit to what one person changes in an hour. Go on in ${wait}, or ask a colleague.`,
  }),
  500: {
    status: 500,
    title: 'Something went wrong',
    text: 'The fault is ours, not yours. Try again later.',
    beforeReference: 'Does it keep going wrong? Then give this number to your employer:',
  },
  503: {
    status: 503,
    title: 'The Werknemerloket cannot be reached for a moment',
    text: 'We are working on it. Try again in a few minutes.',
  },
};
