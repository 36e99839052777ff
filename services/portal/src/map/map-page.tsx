import { elements, type Element } from '@qi/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addTexts } from '../i18n/i18n';
import { useWords } from '../i18n/use-words';
import { areaName } from '../places/names';
import { Page } from '../ui/page';
import { SelectField } from '../ui/select-field';
import { Empty, Loading } from '../ui/states';
import { isOnSheet } from './projection';
import { Sketch } from './sketch';
import { mapTexts } from './texts';
import { usePoints, type Point } from './use-points';

addTexts('map', mapTexts);

const kinds = ['all', 'window', 'institution'] as const;
type Kind = (typeof kinds)[number];

/** Where one can go: windows and institutions of the pilot, on a sketch and in a table. */
export default function MapPage() {
  const { t } = useTranslation('map');
  const { t: tc } = useTranslation();
  const [kind, setKind] = useState<Kind>('all');
  const [element, setElement] = useState<Element | 'all'>('all');
  const points = usePoints();
  const fits = (point: Point) =>
    (kind === 'all' || point.kind === kind) &&
    (element === 'all' || !point.elements || point.elements.includes(element));
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="row">
        <SelectField
          label={t('kinds.label')}
          value={kind}
          options={kinds.map((key) => ({ key, title: t(`kinds.${key}`) }))}
          onChange={setKind}
        />
        <SelectField
          label={t('element')}
          value={element}
          options={[
            { key: 'all' as const, title: t('everyElement') },
            ...elements.map((key) => ({ key, title: tc(`element.${key}`) })),
          ]}
          onChange={setElement}
        />
      </div>
      {points ? <Shown points={points.filter(fits)} /> : <Loading lines={8} />}
    </Page>
  );
}

function Shown({ points }: { points: readonly Point[] }) {
  const { t } = useTranslation('map');
  const say = useWords();
  return (
    <>
      <Sketch points={points} label={t('title')} />
      {points.length === 0 && <Empty>{t('none')}</Empty>}
      <div className="data-table">
        <table>
          <thead>
            <tr>
              {(['name', 'kind', 'area', 'address'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`columns.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map(({ id, kind, name, areaCode, address, place, path }) => (
              <tr key={id}>
                <td data-title={t('columns.name')}>{path ? <Link to={path}>{name}</Link> : name}</td>
                <td data-title={t('columns.kind')}>{t(`kinds.${kind}`)}</td>
                <td data-title={t('columns.area')}>
                  {say(areaName(areaCode))}
                  {!(place && isOnSheet(place)) && <span className="quiet"> {t('beyond')}</span>}
                </td>
                <td data-title={t('columns.address')}>{address}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
