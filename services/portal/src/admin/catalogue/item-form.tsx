import { elements, type Element } from '@qi/contracts';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ServiceRequestsDraftServiceItemDto } from '../../api/generated';
import { Field } from '../../ui/field';
import { NumberInput } from '../../ui/number-input';
import type { ObjectSchema } from '../../ui/schema-fields';
import { SelectField } from '../../ui/select-field';
import { questionsOf, schemaOf } from './fields';
import { Questions } from './questions';

type Content = ServiceRequestsDraftServiceItemDto;

interface ItemFormProps {
  readonly content: Content;
  /** The code names the entry for ever: it is given once. */
  readonly fresh: boolean;
  readonly onChange: (content: Content) => void;
}

const texts = ['name', 'description', 'priceText'] as const;
const days = ['promisedDays', 'durationDays', 'answerWithinDays'] as const;

export function ItemForm({ content, fresh, onChange }: ItemFormProps) {
  const { t } = useTranslation('admin');
  const { t: tc } = useTranslation();
  const set = (change: Partial<Content>) => onChange({ ...content, ...change });
  const schema = content.fields as ObjectSchema;
  return (
    <section className="card">
      {fresh && (
        <Field label={t('catalogue.code')} hint={t('catalogue.codeHint')}>
          {(control) => (
            <Input {...control} value={content.code} onChange={({ target }) => set({ code: target.value })} />
          )}
        </Field>
      )}
      <SelectField
        label={t('catalogue.columns.element')}
        value={content.element as Element}
        options={elements.map((key) => ({ key, title: tc(`element.${key}`) }))}
        onChange={(element) => set({ element })}
      />
      <Texts content={content} set={set} />
      <Days content={content} set={set} />
      <Standards content={content} set={set} />
      <label>
        <input
          type="checkbox"
          checked={content.autoAccept === true}
          onChange={({ target }) => set({ autoAccept: target.checked })}
        />{' '}
        {t('catalogue.autoAccept')}
      </label>
      <Questions
        questions={questionsOf(schema)}
        onChange={(questions) => set({ fields: schemaOf(questions, schema) })}
      />
    </section>
  );
}

interface PartProps {
  readonly content: Content;
  readonly set: (change: Partial<Content>) => void;
}

function Texts({ content, set }: PartProps) {
  const { t } = useTranslation('admin');
  return texts.map((name) =>
    (['zh', 'en'] as const).map((language) => (
      <Field key={`${name} ${language}`} label={t(`catalogue.texts.${name}.${language}`)}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            maxLength={name === 'name' ? 100 : 4000}
            value={content[name][language]}
            onChange={({ target }) => set({ [name]: { ...content[name], [language]: target.value } })}
          />
        )}
      </Field>
    )),
  );
}

function Days({ content, set }: PartProps) {
  const { t } = useTranslation('admin');
  return (
    <div className="row">
      {days.map((name) => (
        <Field key={name} label={t(`catalogue.days.${name}`)}>
          {(control) => (
            <NumberInput
              {...control}
              min={1}
              max={500}
              value={content[name] ?? 1}
              onChange={(value) => set({ [name]: value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

function Standards({ content, set }: PartProps) {
  const { t } = useTranslation('admin');
  const linesOf = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  return (
    <Field label={t('catalogue.standards')} hint={t('catalogue.standardsHint')}>
      {(control) => (
        <Input.TextArea
          {...control}
          rows={4}
          defaultValue={content.standards?.join('\n')}
          onChange={({ target }) => set({ standards: linesOf(target.value) })}
        />
      )}
    </Field>
  );
}
