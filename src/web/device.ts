import type { Reading } from '../language.js';
import { messages } from './messages.js';

const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];

// The order matters: Edge says that it is Chrome, and Chrome that it is Safari.
const first = (list: [RegExp, string][], text: string) => list.find(([pattern]) => pattern.test(text))?.[1];

/** "Chrome/Android", as it is kept; undefined where the browser does not say. */
export function deviceName(userAgent: string): string | undefined {
  const browser = first(browsers, userAgent);
  const system = first(systems, userAgent);
  return browser && system ? `${browser}/${system}` : (browser ?? system);
}

/** "Chrome op Android", for a person to recognise their own device by. @param device as it is kept */
export function readDevice(device: string, reader: Reading): string {
  const [browser = '', system] = device.split('/');
  return system === undefined ? browser : messages(reader).deviceName(browser, system);
}
