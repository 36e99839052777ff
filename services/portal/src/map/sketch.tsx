import { useNavigate } from 'react-router';
import { useWords } from '../i18n/use-words';
import { areaName } from '../places/names';
import { outlines, type Place } from './outlines';
import { height, isOnSheet, onSheet, width } from './projection';
import type { Point } from './use-points';

const LABEL = 14;

const path = (outline: readonly Place[]) => `M${outline.map((place) => onSheet(place).join(',')).join('L')}Z`;

function middle(outline: readonly Place[]): readonly [number, number] {
  const sheet = outline.map(onSheet);
  const mean = (index: 0 | 1) => sheet.reduce((sum, corner) => sum + corner[index], 0) / sheet.length;
  return [mean(0), mean(1)];
}

/** Districts with their names and, on them, windows and institutions; the table beside says the same in words. */
export function Sketch({ points, label }: { points: readonly Point[]; label: string }) {
  const say = useWords();
  const shown = points.filter(({ place }) => place && isOnSheet(place));
  return (
    <svg className="map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {Object.entries(outlines).map(([code, outline]) => {
        const [x, y] = middle(outline);
        return (
          <g key={code}>
            <path className="district" d={path(outline)} />
            <text className="district-name" x={x} y={y}>
              {say(areaName(code))}
            </text>
          </g>
        );
      })}
      {shown.map((point, index) => (
        <Dot key={point.id} point={point} above={index % 2 === 1} />
      ))}
    </svg>
  );
}

/** A window is a square and an institution a circle: the shape tells them apart without colour. */
function Dot({ point, above }: { point: Point; above: boolean }) {
  const navigate = useNavigate();
  const [x, y] = onSheet(point.place ?? [0, 0]);
  const anchor = x > width * 0.7 ? 'end' : 'start';
  return (
    <g
      className={`dot ${point.kind}`}
      onClick={() => point.path && void navigate(point.path)}
      cursor={point.path ? 'pointer' : undefined}
    >
      {point.kind === 'window' ? <rect x={x - 7} y={y - 7} width="14" height="14" /> : <circle cx={x} cy={y} r="6" />}
      <text x={anchor === 'end' ? x - 12 : x + 12} y={above ? y - LABEL / 2 : y + LABEL} textAnchor={anchor}>
        {point.name.replace(/（.*/, '')}
      </text>
    </g>
  );
}
