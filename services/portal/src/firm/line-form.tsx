import { providerOf } from '@qi/contracts';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ServiceRequestsServiceItemResponse } from '../api/generated';
import { useWords } from '../i18n/use-words';
import { Field } from '../ui/field';
import { SchemaFields } from '../ui/schema-fields';
import { changeLine, type Line } from './draft/draft';
import type { ContentEditor } from './draft/use-draft';
import { useFaults } from './draft/use-faults';
import { Advice } from './advice';
import { Measurements } from './measurements';
import { Tests } from './tests';
import { WhoCould } from './who-could';

interface LineFormProps {
  readonly draft: ContentEditor;
  readonly items: readonly ServiceRequestsServiceItemResponse[];
  readonly line: Line;
}

/** One service of the bundle: what it is about in terms a provider can judge, and the item's own questions. */
export function LineForm({ draft, items, line }: LineFormProps) {
  const { t } = useTranslation('firm');
  const say = useWords();
  const faultAt = useFaults(draft);
  const item = items.find(({ code }) => code === line.itemCode);
  const at = `/lines/${draft.content.lines.indexOf(line)}`;
  const set = (change: Partial<Line>) => draft.change(changeLine(draft.content, line.key, change));
  const demand = (change: Partial<Line['demand']>) => set({ demand: { ...line.demand, ...change } });
  const provider = item && providerOf[item.element];
  const parts = { demand: line.demand, change: demand, pointer: `${at}/demand`, faultAt };
  return (
    <section className="card">
      <h2>{item ? say(item.name) : line.itemCode}</h2>
      <Field
        label={t('line.object')}
        hint={t('line.objectHint')}
        fault={faultAt(`${at}/demand/object`)}
        pointer={`${at}/demand/object`}
      >
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            value={line.demand.object}
            onChange={({ target }) => demand({ object: target.value })}
          />
        )}
      </Field>
      {provider === 'institutions' && <Tests {...parts} />}
      {provider === 'metrology' && <Measurements {...parts} />}
      {provider === 'experts' && <Advice {...parts} />}
      {item && (
        <SchemaFields
          schema={item.fields}
          answers={line.answers ?? {}}
          onChange={(answers) => set({ answers })}
          pointer={`${at}/answers`}
          faultAt={faultAt}
        />
      )}
      <Dependencies draft={draft} items={items} line={line} set={set} />
      {item && <WhoCould draft={draft} line={line} element={item.element} />}
    </section>
  );
}

function Dependencies({ draft, items, line, set }: LineFormProps & { set: (change: Partial<Line>) => void }) {
  const { t } = useTranslation('firm');
  const say = useWords();
  const others = draft.content.lines.filter(({ key }) => key !== line.key);
  const waits = line.dependsOn ?? [];
  if (others.length === 0) return null;
  return (
    <fieldset className="stack">
      <legend>{t('line.after')}</legend>
      {others.map(({ key, itemCode, demand }) => {
        const item = items.find(({ code }) => code === itemCode);
        return (
          <label key={key}>
            <input
              type="checkbox"
              checked={waits.includes(key)}
              onChange={({ target }) =>
                set({ dependsOn: target.checked ? [...waits, key] : waits.filter((each) => each !== key) })
              }
            />{' '}
            {item ? say(item.name) : itemCode} <span className="quiet">{demand.object}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
