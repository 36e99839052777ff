import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words';
import { areaName } from '../places/names';
import type { Label } from './labels';
import { isOnSheet } from './projection';
import type { Point } from './use-points';

type Far = Point & { readonly km?: number };

interface PointTableProps {
  readonly points: readonly Far[];
  readonly labels: ReadonlyMap<string, Label>;
  /** Whether distances are known. */
  readonly far: boolean;
}

/** The same in words; names that found no room on the sketch stand here under their number. */
export function PointTable({ points, labels, far }: PointTableProps) {
  const { t } = useTranslation('map');
  const columns = ['name', ...(far ? (['distance'] as const) : []), 'kind', 'area', 'address'] as const;
  return (
    <div className="data-table">
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" className={name === 'distance' ? 'number' : undefined}>
                {t(`columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <Row key={point.id} point={point} number={labels.get(point.id)?.number} far={far} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ point, number, far }: { point: Far; number: number | undefined; far: boolean }) {
  const { t } = useTranslation('map');
  const say = useWords();
  const { kind, name, areaCode, address, place, path, km } = point;
  return (
    <tr>
      <td data-title={t('columns.name')}>
        <span>
          {number && <span className="map-number">{number}</span>}
          {path ? <Link to={path}>{name}</Link> : name}
        </span>
      </td>
      {far && (
        <td data-title={t('columns.distance')} className="number">
          {km === undefined ? t('unknown') : t('km', { km: Math.round(km) })}
        </td>
      )}
      <td data-title={t('columns.kind')}>{t(`kinds.${kind}`)}</td>
      <td data-title={t('columns.area')}>
        <span>
          {say(areaName(areaCode))}
          {!(place && isOnSheet(place)) && <span className="quiet"> {t('beyond')}</span>}
        </span>
      </td>
      <td data-title={t('columns.address')}>{address}</td>
    </tr>
  );
}
