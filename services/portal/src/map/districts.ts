import { countyName } from '../places/names';
import { outlines, type Place } from './outlines';
import { onSheet } from './projection';

function middleOf(outline: readonly Place[]): readonly [number, number] {
  const sheet = outline.map(onSheet);
  const mean = (index: 0 | 1) => sheet.reduce((sum, corner) => sum + corner[index], 0) / sheet.length;
  return [mean(0), mean(1)];
}

/** Districts of the sketch, each with its border, its name and where the name stands. */
export const districts = Object.entries(outlines).map(([code, outline]) => ({
  code,
  name: countyName(code),
  border: `M${outline.map((place) => onSheet(place).join(',')).join('L')}Z`,
  middle: middleOf(outline),
}));
