/** A day with the share of employees that has two-factor, 0 to 100. */
export interface Point {
  day: string;
  share: number;
}

/** The size of the drawing, in units of its own. */
export const size = { width: 600, height: 200 };

const dayNumber = (day: string) => new Date(day).getTime() / (24 * 60 * 60_000);

/** The points of an SVG line, from the first day to the last: where days are missing it goes straight on. */
export function lineOf(points: Point[]): string {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || first.day === last.day) return '';
  const [from, until] = [dayNumber(first.day), dayNumber(last.day)];
  return points
    .map(({ day, share }) => {
      const x = ((dayNumber(day) - from) / (until - from)) * size.width;
      const y = size.height - (share / 100) * size.height;
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}
