import type { RefObject } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../i18n/use-words';
import { districts } from './districts';
import type { Label } from './labels';
import type { Place } from './outlines';
import { height, isOnSheet, onSheet, width } from './projection';
import type { Point } from './use-points';

interface SketchProps {
  readonly points: readonly Point[];
  readonly labels: ReadonlyMap<string, Label>;
  /** Of letters, in units of the sheet; signs follow it. */
  readonly size: number;
  readonly sheet: RefObject<SVGSVGElement | null>;
  readonly label: string;
  /** From where distances count. */
  readonly from: Place | undefined;
  readonly nearestId: string | undefined;
}

/** Districts with their names and, on them, windows and institutions; the table beside says the same in words. */
export function Sketch({ points, labels, size, sheet, label, from, nearestId }: SketchProps) {
  const say = useWords();
  return (
    <svg ref={sheet} className="map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} fontSize={size}>
      {districts.map(({ code, name, border, middle: [x, y] }) => (
        <g key={code}>
          <path className="district" d={border} />
          <text className="district-name" x={x} y={y}>
            {say(name)}
          </text>
        </g>
      ))}
      {from && isOnSheet(from) && <Origin place={from} arm={size * 0.6} />}
      {points.map((point) => {
        const placed = labels.get(point.id);
        return placed && <Dot key={point.id} {...{ point, placed, size }} nearest={point.id === nearestId} />;
      })}
    </svg>
  );
}

/** A cross. */
function Origin({ place, arm }: { place: Place; arm: number }) {
  const [x, y] = onSheet(place);
  const stroke = `M${x - arm},${y - arm}L${x + arm},${y + arm}M${x - arm},${y + arm}L${x + arm},${y - arm}`;
  return <path className="origin" d={stroke} strokeWidth={arm / 3} />;
}

interface DotProps {
  readonly point: Point;
  readonly placed: Label;
  readonly size: number;
  readonly nearest: boolean;
}

/** A window is a square and an institution a circle: the shape tells them apart without colour. */
function Dot({ point, placed, size, nearest }: DotProps) {
  const navigate = useNavigate();
  const [cx, cy] = onSheet(point.place ?? [0, 0]);
  const half = size / 2;
  return (
    <g
      className={`dot ${point.kind}`}
      onClick={() => point.path && void navigate(point.path)}
      cursor={point.path ? 'pointer' : undefined}
    >
      {nearest && <circle className="nearest" cx={cx} cy={cy} r={half * 1.5} strokeWidth={size / 6} />}
      {point.kind === 'window' ? (
        <rect x={cx - half} y={cy - half} width={size} height={size} />
      ) : (
        <circle cx={cx} cy={cy} r={half * 0.9} />
      )}
      <text x={placed.x} y={placed.y} textAnchor={placed.anchor} strokeWidth={size / 4}>
        {placed.text}
      </text>
    </g>
  );
}
