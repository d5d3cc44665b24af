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

/** "Chrome op Android", for a person to recognise their own device by; undefined where the browser does not say. */
export function deviceName(userAgent: string): string | undefined {
  const browser = first(browsers, userAgent);
  const system = first(systems, userAgent);
  return browser && system ? `${browser} op ${system}` : (browser ?? system);
}
