import { elements } from '@qi/contracts';
import { useTranslation } from 'react-i18next';
import type { ServiceRequestsServiceItemResponse } from '../api/generated';
import { AreaField, IndustryField } from '../enterprise/place-fields';
import { useWords } from '../i18n/use-words';
import { Field } from '../ui/field';
import { SelectField } from '../ui/select-field';
import { kinds, type MapFilter } from './filter';

interface FilterFieldsProps {
  readonly filter: MapFilter;
  readonly items: readonly ServiceRequestsServiceItemResponse[];
  readonly onChange: (filter: MapFilter) => void;
}

/** What is needed and from where; then what else narrows it. */
export function FilterFields({ filter, items, onChange }: FilterFieldsProps) {
  const { t } = useTranslation('map');
  const { t: tc } = useTranslation();
  const change = (next: { readonly [Name in keyof MapFilter]?: MapFilter[Name] | undefined }) =>
    onChange(Object.fromEntries(Object.entries({ ...filter, ...next }).filter(([, value]) => value)) as never);
  return (
    <div className="fields" role="search" aria-label={t('filter')}>
      <ItemField items={items} value={filter.item ?? ''} onChange={(item) => change({ item })} />
      <AreaField label={t('from')} value={filter.area ?? ''} onChange={(area) => change({ area })} />
      <SelectField
        label={t('kinds.label')}
        value={filter.kind}
        options={kinds.map((key) => ({ key, title: t(`kinds.${key}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <SelectField
        label={t('element')}
        value={filter.element ?? ''}
        options={[
          { key: '' as const, title: t('everyElement') },
          ...elements.map((key) => ({ key, title: tc(`element.${key}`) })),
        ]}
        onChange={(element) => change({ element: element || undefined })}
      />
      <IndustryField
        label={t('industry')}
        value={filter.industry ?? ''}
        onChange={(industry) => change({ industry })}
      />
    </div>
  );
}

interface ItemFieldProps {
  readonly items: readonly ServiceRequestsServiceItemResponse[];
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** The catalogue, by element. */
function ItemField({ items, value, onChange }: ItemFieldProps) {
  const { t } = useTranslation('map');
  const { t: tc } = useTranslation();
  const say = useWords();
  const groups = elements
    .map((element) => ({ element, members: items.filter((item) => item.element === element) }))
    .filter(({ members }) => members.length > 0);
  return (
    <Field label={t('item')}>
      {(control) => (
        <select {...control} className="choice" value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{t('everyItem')}</option>
          {groups.map(({ element, members }) => (
            <optgroup key={element} label={tc(`element.${element}`)}>
              {members.map(({ code, name }) => (
                <option key={code} value={code}>
                  {say(name)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}
