import { useTranslation } from 'react-i18next';
import type { ServiceRequestsServiceItemResponse } from '../api/generated';
import { useWords } from '../i18n/use-words';
import type { Suggestion } from './need/recognise';

interface ItemChoiceProps {
  readonly items: readonly ServiceRequestsServiceItemResponse[];
  readonly suggestions: readonly Suggestion[];
  readonly isChosen: (code: string) => boolean;
  readonly choose: (code: string, wanted: boolean) => void;
}

/** Items to tick: those that the need speaks of with the words that led to them, and the rest of the catalogue folded. */
export function ItemChoice({ items, suggestions, isChosen, choose }: ItemChoiceProps) {
  const { t } = useTranslation('firm');
  const found = new Map(suggestions.map(({ itemCode, found: words }) => [itemCode, words]));
  const suggested = suggestions.flatMap(({ itemCode }) => items.filter(({ code }) => code === itemCode));
  const rest = items.filter(({ code }) => !found.has(code));
  const options = (list: readonly ServiceRequestsServiceItemResponse[]) =>
    list.map((item) => (
      <Option
        key={item.code}
        item={item}
        because={found.get(item.code)}
        checked={isChosen(item.code)}
        onChange={(wanted) => choose(item.code, wanted)}
      />
    ));
  return (
    <>
      {suggested.length > 0 && (
        <fieldset className="stack">
          <legend>{t('new.suggested')}</legend>
          {options(suggested)}
        </fieldset>
      )}
      {rest.length > 0 && (
        <details className="card">
          <summary>{t('new.catalogue', { count: rest.length })}</summary>
          <div className="stack">{options(rest)}</div>
        </details>
      )}
    </>
  );
}

interface OptionProps {
  readonly item: ServiceRequestsServiceItemResponse;
  readonly because: readonly string[] | undefined;
  readonly checked: boolean;
  readonly onChange: (wanted: boolean) => void;
}

function Option({ item, because, checked, onChange }: OptionProps) {
  const { t } = useTranslation('firm');
  const { t: tc } = useTranslation();
  const say = useWords();
  return (
    <label className="card option">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      <span>
        <strong>{say(item.name)}</strong> <span className="quiet">{tc(`element.${item.element}`)}</span>
        <br />
        <span className="quiet">
          {say(item.description)} · {t('new.promised', { days: item.promisedDays })} · {say(item.priceText)}
        </span>
        {because && (
          <>
            <br />
            <span className="tone-moving">{t('new.because', { found: because.join('、') })}</span>
          </>
        )}
      </span>
    </label>
  );
}
