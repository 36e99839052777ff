import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ServiceRequestsPlannedDatesResponse, ServiceRequestsServiceItemResponse } from '../api/generated';
import { useWords } from '../i18n/use-words';
import { addLine, removeLine } from './draft/draft';
import type { DraftEditor } from './draft/use-draft';

interface BundleProps {
  readonly draft: DraftEditor;
  readonly items: readonly ServiceRequestsServiceItemResponse[];
  readonly selected: string | undefined;
  readonly onSelect: (key: string) => void;
}

/** The growing bundle: its services, what waits for what, and the days they take against the day they are needed. */
export function Bundle({ draft, items, selected, onSelect }: BundleProps) {
  const { t } = useTranslation('firm');
  const say = useWords();
  const { content, change, request } = draft;
  const nameOf = (code: string) => {
    const item = items.find((each) => each.code === code);
    return item ? say(item.name) : code;
  };
  return (
    <section className="stack">
      <h2>{t('bundle.title')}</h2>
      <ol className="bare stack">
        {content.lines.map(({ key, itemCode, demand, dependsOn = [] }) => (
          <li key={key} className={key === selected ? 'card chosen' : 'card'}>
            <div className="row spread">
              <button
                type="button"
                className="plain strong"
                aria-pressed={key === selected}
                onClick={() => onSelect(key)}
              >
                {nameOf(itemCode)}
              </button>
              <Button size="small" onClick={() => change(removeLine(content, key))}>
                {t('bundle.remove')}
              </Button>
            </div>
            <span className="quiet">{demand.object}</span>
            {dependsOn.length > 0 && (
              <span className="quiet">
                {t('bundle.after', {
                  names: content.lines
                    .filter((line) => dependsOn.includes(line.key))
                    .map((line) => nameOf(line.itemCode))
                    .join('、'),
                })}
              </span>
            )}
          </li>
        ))}
      </ol>
      <select
        className="choice"
        aria-label={t('bundle.add')}
        value=""
        onChange={({ target }) => {
          const item = items.find(({ code }) => code === target.value);
          if (item) change(addLine(content, { itemCode: item.code, element: item.element }));
        }}
      >
        <option value="">{t('bundle.add')}</option>
        {items.map(({ code, name }) => (
          <option key={code} value={code}>
            {say(name)}
          </option>
        ))}
      </select>
      {request.plan.works.length > 0 && (
        <>
          <p className={request.plan.feasible ? 'quiet' : 'tone-lost'}>{say(request.plan.words)}</p>
          <Plan
            works={request.plan.works}
            nameOf={(key) => nameOf(content.lines.find((line) => line.key === key)?.itemCode ?? key)}
          />
        </>
      )}
    </section>
  );
}

const DAY_MS = 86_400_000;

/** One bar a service over the days they take together; the critical ones stand out by their frame, not by colour alone. */
function Plan({
  works,
  nameOf,
}: {
  works: readonly ServiceRequestsPlannedDatesResponse[];
  nameOf: (key: string) => string;
}) {
  const { t } = useTranslation('firm');
  const day = (date: string) => new Date(date).getTime() / DAY_MS;
  const first = Math.min(...works.map(({ start }) => day(start)));
  const span = Math.max(...works.map(({ finish }) => day(finish))) - first + 1;
  const share = (days: number) => `${(100 * days) / span}%`;
  return (
    <ol className="bare plan">
      {works.map(({ key, start, finish, critical, daysLate }) => (
        <li key={key}>
          <span>
            {nameOf(key)}{' '}
            <span className="quiet">
              {start} – {finish}
              {critical && ` · ${t('bundle.critical')}`}
            </span>
            {daysLate > 0 && <span className="tone-lost"> {t('bundle.late', { count: daysLate })}</span>}
          </span>
          <span
            className={['bar', critical && 'critical', daysLate > 0 && 'late'].filter(Boolean).join(' ')}
            style={{ marginLeft: share(day(start) - first), width: share(day(finish) - day(start) + 1) }}
          />
        </li>
      ))}
    </ol>
  );
}
