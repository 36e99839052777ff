import { useEffect, useRef, useState, type RefObject } from 'react';
import { useWords } from '../i18n/use-words';
import { districts } from './districts';
import { boxOf, placeLabels } from './labels';
import { height, isOnSheet, onSheet, width } from './projection';
import type { Point } from './use-points';

const LETTER_PX = 13;

/** Labels of the points on the sheet, in letters of one size on a phone and on a wide screen; `sheet` goes to the drawing. */
export function useLabels(points: readonly Point[]) {
  const sheet = useRef<SVGSVGElement>(null);
  const unit = useUnit(sheet);
  const say = useWords();
  const size = LETTER_PX * unit;
  const spots = points.flatMap(({ id, name, place }) => {
    if (!place || !isOnSheet(place)) return [];
    const [x, y] = onSheet(place);
    return [{ id, x, y, name: name.replace(/[（(][^（(]*[）)]$/, '').trim() }];
  });
  const taken = districts.map(({ name, middle: [x, y] }) => boxOf({ x, y, anchor: 'middle', text: say(name) }, size));
  const labels = placeLabels(spots, { width, height, size, sign: size / 2 }, taken);
  return { sheet, labels, size };
}

/** How many units of the sheet are one pixel of the screen. */
function useUnit(sheet: RefObject<SVGSVGElement | null>): number {
  const [unit, setUnit] = useState(1);
  useEffect(() => {
    const drawing = sheet.current;
    if (!drawing) return;
    const measure = () => {
      const { width: wide, height: high } = drawing.getBoundingClientRect();
      if (wide > 0 && high > 0) setUnit(Math.max(width / wide, height / high));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(drawing);
    return () => observer.disconnect();
  }, [sheet]);
  return unit;
}
