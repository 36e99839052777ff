import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/field';
import { Shape } from '../ui/status-tag';
import { fingerprint } from './fingerprint';

/** Compares the reader's own file with what was handed over, on the reader's device. */
export function CheckFile({ sha256 }: { sha256: string }) {
  const { t } = useTranslation('verify');
  const [outcome, setOutcome] = useState<'same' | 'different' | 'cannot'>();
  const compare = async (file: File | undefined) => {
    if (!file) return setOutcome(undefined);
    const own = await fingerprint(file);
    setOutcome(own === undefined ? 'cannot' : own === sha256 ? 'same' : 'different');
  };
  return (
    <div className="stack">
      <Field label={t('file')} hint={t('fileHint')}>
        {(control) => <input {...control} type="file" onChange={({ target }) => void compare(target.files?.[0])} />}
      </Field>
      <p role="status" className={outcome === 'same' ? 'tone-done' : 'tone-lost'}>
        {outcome && (
          <>
            <Shape tone={outcome === 'same' ? 'done' : 'lost'} /> {t(outcome)}
          </>
        )}
      </p>
    </div>
  );
}
