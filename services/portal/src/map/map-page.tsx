import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ServiceRequestsServiceItemResponse } from '../api/generated';
import { useItems } from '../catalogue/use-items';
import { enterpriseTexts } from '../enterprise/texts';
import { addTexts } from '../i18n/i18n';
import { useWords } from '../i18n/use-words';
import { areaName } from '../places/names';
import { seats } from '../places/seats';
import { Page } from '../ui/page';
import { Empty, Loading } from '../ui/states';
import { byDistance } from './distance';
import { FilterFields } from './filter-fields';
import { filterOf, fits, isOnMap, searchOf, type MapFilter } from './filter';
import type { Place } from './outlines';
import { PointTable } from './point-table';
import { Sketch } from './sketch';
import { mapTexts } from './texts';
import { useLabels } from './use-labels';
import { usePoints, type Point } from './use-points';

addTexts('map', mapTexts);
// The fields of area and industry are those of the form of a firm.
addTexts('enterprise', enterpriseTexts);

type Item = ServiceRequestsServiceItemResponse;

/** Where one can go: windows and institutions of the pilot, on a sketch and in a table; for a need, who may do it and how far. */
export default function MapPage() {
  const { t } = useTranslation('map');
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const { data: items = [] } = useItems();
  const item = items.find(({ code }) => code === filter.item);
  const points = usePoints(item);
  const from = filter.area ? seats.get(filter.area) : undefined;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <FilterFields filter={filter} items={items} onChange={(next) => setSearch(searchOf(next), { replace: true })} />
      {item && <Need item={item} />}
      {points ? (
        <Shown points={points.filter((point) => fits(point, filter))} from={from} filter={filter} item={item} />
      ) : (
        <Loading lines={8} />
      )}
    </Page>
  );
}

/** By what the institutions below were found, or why there are none. */
function Need({ item }: { item: Item }) {
  const { t } = useTranslation('map');
  const { t: tc, i18n } = useTranslation();
  const say = useWords();
  const element = tc(`element.${item.element}`);
  const { standards = [] } = item;
  const key = !isOnMap(item) ? 'elsewhere' : standards.length > 0 ? 'byStandards' : 'byElement';
  return (
    <p>
      {t(`need.${key}`, {
        item: say(item.name),
        element,
        standards: new Intl.ListFormat(i18n.language).format(standards),
      })}
    </p>
  );
}

interface ShownProps {
  readonly points: readonly Point[];
  readonly from: Place | undefined;
  readonly filter: MapFilter;
  readonly item: Item | undefined;
}

function Shown({ points, from, filter, item }: ShownProps) {
  const { t } = useTranslation('map');
  const sorted = from ? byDistance(points, from) : points;
  // Who needs something done looks for who does it, not for where to ask.
  const nearest = from && sorted.find(({ kind, place }) => place && (!item || kind === 'institution'));
  const { sheet, labels, size } = useLabels(sorted);
  return (
    <>
      {nearest && <Nearest point={nearest} area={filter.area ?? ''} item={item} />}
      <Sketch {...{ sheet, labels, size, from }} points={sorted} nearestId={nearest?.id} label={t('title')} />
      <p className="quiet">{t(from ? 'legendFrom' : 'legend')}</p>
      {sorted.length === 0 ? <Empty>{t('none')}</Empty> : <PointTable points={sorted} labels={labels} far={!!from} />}
    </>
  );
}

interface NearestProps {
  readonly point: Point & { readonly km?: number };
  readonly area: string;
  readonly item: Item | undefined;
}

function Nearest({ point: { name, km = 0 }, area, item }: NearestProps) {
  const { t } = useTranslation('map');
  const say = useWords();
  const place = say(areaName(area));
  return (
    <p role="status">
      {t(item ? 'nearestFor' : 'nearest', { name, place, km: Math.round(km), item: item ? say(item.name) : '' })}
    </p>
  );
}
