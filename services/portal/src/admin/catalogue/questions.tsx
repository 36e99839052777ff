import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { fieldKinds, noQuestion, type Question } from './fields';

interface QuestionsProps {
  readonly questions: readonly Question[];
  readonly onChange: (questions: readonly Question[]) => void;
}

/** What firms are asked for this service, one block a question. */
export function Questions({ questions, onChange }: QuestionsProps) {
  const { t } = useTranslation('admin');
  const freeKey = () => {
    let number = questions.length + 1;
    while (questions.some(({ key }) => key === `field${number}`)) number += 1;
    return `field${number}`;
  };
  return (
    <fieldset className="stack">
      <legend>{t('catalogue.questions.title')}</legend>
      {questions.map((question, index) => (
        <QuestionForm
          key={index}
          question={question}
          set={(change) => onChange(questions.map((each, at) => (at === index ? { ...each, ...change } : each)))}
          onRemove={() => onChange(questions.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button onClick={() => onChange([...questions, { ...noQuestion, key: freeKey() }])}>
          {t('catalogue.questions.add')}
        </Button>
      </div>
    </fieldset>
  );
}

interface QuestionFormProps {
  readonly question: Question;
  readonly set: (change: Partial<Question>) => void;
  readonly onRemove: () => void;
}

function QuestionForm({ question, set, onRemove }: QuestionFormProps) {
  const { t } = useTranslation('admin');
  const { kind, label, required, unit, choices } = question;
  return (
    <div className="measurement">
      {(['zh', 'en'] as const).map((language) => (
        <Field key={language} label={t(`catalogue.questions.${language}`)}>
          {(control) => (
            <Input
              {...control}
              value={label[language]}
              onChange={({ target }) => set({ label: { ...label, [language]: target.value } })}
            />
          )}
        </Field>
      ))}
      <SelectField
        label={t('catalogue.questions.kind')}
        value={kind}
        options={fieldKinds.map((key) => ({ key, title: t(`catalogue.questions.kinds.${key}`) }))}
        onChange={(chosen) => set({ kind: chosen })}
      />
      {kind === 'number' && (
        <Field label={t('catalogue.questions.unit')}>
          {(control) => <Input {...control} value={unit} onChange={({ target }) => set({ unit: target.value })} />}
        </Field>
      )}
      {kind === 'choice' && (
        <Field label={t('catalogue.questions.choices')}>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={4}
              defaultValue={choices}
              onChange={({ target }) => set({ choices: target.value })}
            />
          )}
        </Field>
      )}
      <label>
        <input type="checkbox" checked={required} onChange={({ target }) => set({ required: target.checked })} />{' '}
        {t('catalogue.questions.required')}
      </label>
      <Button onClick={onRemove}>{t('catalogue.questions.remove')}</Button>
    </div>
  );
}
