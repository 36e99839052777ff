import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '../api/answer';
import { Field } from '../ui/field';
import { SelectField } from '../ui/select-field';
import { Failure } from '../ui/states';
import type { DeliverableKind, JobDetail, ProviderService } from './provider-api';
import { useJobCommand, useProvider } from './use-jobs';

const kindsOf: Readonly<Record<ProviderService, readonly DeliverableKind[]>> = {
  institutions: ['test-report', 'certification-certificate'],
  metrology: ['calibration-certificate', 'verification-certificate', 'rejection-notice'],
  experts: ['diagnosis-report', 'advice-report'],
};

/** Hands in a result: what it is, its number, and the file whose fingerprint the platform keeps. */
export function Deliver({ job }: { job: JobDetail }) {
  const { t } = useTranslation('desk');
  const { t: kindOf } = useTranslation('kind');
  const { service, api } = useProvider();
  const kinds = kindsOf[service];
  const [kind, setKind] = useState<DeliverableKind>(kinds[0] ?? 'test-report');
  const [number, setNumber] = useState('');
  const [title, setTitle] = useState('');
  const [file, setFile] = useState<File>();
  const [round, setRound] = useState(0);
  const deliver = useJobCommand(async (sent: File) => {
    await answer(api.deliver({ path: { id: job.id }, body: { file: sent, kind, number, title } }));
    setNumber('');
    setTitle('');
    setFile(undefined);
    setRound(round + 1);
  });
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        if (file) deliver.mutate(file);
      }}
    >
      <h3>{t('deliver.title')}</h3>
      <SelectField
        label={t('deliver.kind')}
        value={kind}
        options={kinds.map((key) => ({ key, title: kindOf(key) }))}
        onChange={setKind}
      />
      <Field label={t('deliver.number')}>
        {(control) => <Input {...control} required value={number} onChange={({ target }) => setNumber(target.value)} />}
      </Field>
      <Field label={t('deliver.name')}>
        {(control) => <Input {...control} required value={title} onChange={({ target }) => setTitle(target.value)} />}
      </Field>
      <Field label={t('deliver.file')} hint={t('deliver.fileHint')}>
        {(control) => (
          <input {...control} key={round} type="file" required onChange={({ target }) => setFile(target.files?.[0])} />
        )}
      </Field>
      <div>
        <Button htmlType="submit" disabled={!file} loading={deliver.isPending}>
          {t('deliver.send')}
        </Button>
      </div>
      {deliver.isError && <Failure error={deliver.error} />}
    </form>
  );
}
