/** A place on the earth, WGS-84 degrees. */
export type Place = readonly [longitude: number, latitude: number];

/** Corners that neighbouring districts share, drawn by hand after their relative position: a sketch, not a survey. */
const corners: Readonly<Record<string, Place>> = {
  a: [120.62, 30.95],
  b: [120.8, 30.98],
  c: [120.86, 31.03],
  d: [121.02, 30.98],
  e: [121.05, 30.86],
  f: [121.15, 30.87],
  g: [121.27, 30.75],
  h: [121.2, 30.62],
  i: [121.05, 30.56],
  j: [120.96, 30.66],
  k: [120.96, 30.8],
  l: [120.78, 30.83],
  m: [120.7, 30.7],
  n: [120.74, 30.58],
  o: [120.68, 30.62],
  p: [120.58, 30.6],
  q: [120.52, 30.78],
  r: [120.4, 30.72],
  s: [120.3, 30.62],
  t: [120.36, 30.5],
  u: [120.32, 30.4],
  v: [120.55, 30.34],
  w: [120.8, 30.36],
  x: [120.98, 30.42],
  y: [120.8, 30.48],
};

const corner = (name: string): Place => corners[name] ?? [0, 0];

/** Districts of the pilot by area code (GB/T 2260), each by its corners in order. */
export const outlines: Readonly<Record<string, readonly Place[]>> = Object.fromEntries(
  Object.entries({
    '330402': 'lkjnom',
    '330411': 'qablmop',
    '330421': 'lbcdek',
    '330424': 'jixwyn',
    '330481': 'nywvutpo',
    '330482': 'kefghij',
    '330483': 'ptsrq',
  }).map(([code, names]) => [code, [...names].map(corner)]),
);
