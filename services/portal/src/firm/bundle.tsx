import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ServiceRequestsServiceItemResponse } from '../api/generated';
import { useWords } from '../i18n/use-words';
import { addLine, removeLine, type Line } from './draft/draft';
import type { ContentEditor } from './draft/use-draft';
import { PlanBars } from './plan-bars';

interface BundleProps {
  readonly draft: ContentEditor;
  readonly items: readonly ServiceRequestsServiceItemResponse[];
  readonly selected: string | undefined;
  readonly onSelect: (key: string) => void;
}

/** The growing bundle: its services, what waits for what, and the days they take against the day they are needed. */
export function Bundle({ draft, items, selected, onSelect }: BundleProps) {
  const { t } = useTranslation('firm');
  const say = useWords();
  const { content, change, request } = draft;
  const nameOf = (key: string) => {
    const code = content.lines.find((line) => line.key === key)?.itemCode;
    const item = items.find((each) => each.code === code);
    return item ? say(item.name) : (code ?? key);
  };
  return (
    <section className="stack">
      <h2>{t('bundle.title')}</h2>
      <ol className="bare stack">
        {content.lines.map((line) => (
          <Entry
            key={line.key}
            line={line}
            nameOf={nameOf}
            selected={line.key === selected}
            onSelect={() => onSelect(line.key)}
            onRemove={() => change(removeLine(content, line.key))}
          />
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
          <PlanBars works={request.plan.works} nameOf={nameOf} />
        </>
      )}
    </section>
  );
}

interface EntryProps {
  readonly line: Line;
  readonly nameOf: (key: string) => string;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onRemove: () => void;
}

function Entry({ line, nameOf, selected, onSelect, onRemove }: EntryProps) {
  const { t } = useTranslation('firm');
  const { key, demand, dependsOn = [] } = line;
  return (
    <li className={selected ? 'card chosen' : 'card'}>
      <div className="row spread">
        <button type="button" className="plain strong" aria-pressed={selected} onClick={onSelect}>
          {nameOf(key)}
        </button>
        <Button size="small" aria-label={`${t('bundle.remove')} ${nameOf(key)}`} onClick={onRemove}>
          {t('bundle.remove')}
        </Button>
      </div>
      <span className="quiet">{demand.object}</span>
      {dependsOn.length > 0 && (
        <span className="quiet">{t('bundle.after', { names: dependsOn.map(nameOf).join('、') })}</span>
      )}
    </li>
  );
}
