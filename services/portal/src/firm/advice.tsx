import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/field';
import type { DemandPart } from './tests';

const separators = /[，,、;；]\s*/;

/** What an expert must know, and what is to be looked at. */
export function Advice({ demand, change, pointer, faultAt }: DemandPart) {
  const { t } = useTranslation('firm');
  const skills = demand.skills ?? [];
  return (
    <>
      <Field label={t('line.skills')} hint={t('line.skillsHint')} fault={faultAt(`${pointer}/skills`)}>
        {(control) => (
          <Input
            {...control}
            maxLength={400}
            defaultValue={skills.join('、')}
            onChange={({ target }) => change({ skills: target.value.split(separators).filter(Boolean) })}
          />
        )}
      </Field>
      <Field label={t('line.text')} fault={faultAt(`${pointer}/text`)}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={4000}
            value={demand.text ?? ''}
            onChange={({ target }) => change({ text: target.value })}
          />
        )}
      </Field>
    </>
  );
}
