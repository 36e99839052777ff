import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '../api/answer';
import { Field } from '../ui/field';
import { SelectField } from '../ui/select-field';
import { Failure } from '../ui/states';
import type { DeclineReason, JobDetail } from './provider-api';
import { useJobCommand, useProvider } from './use-jobs';

const declineReasons = [
  'no-capacity',
  'date-not-possible',
  'equipment-down',
  'out-of-scope',
  'sample-not-suitable',
  'too-far',
  'conflict-of-interest',
  'other',
] as const satisfies readonly DeclineReason[];

/** An offer is taken with a date, or declined with a coded reason and, where that helps, the day it is possible again. */
export function JobAnswer({ job }: { job: JobDetail }) {
  const { t } = useTranslation('desk');
  const { api } = useProvider();
  const path = { id: job.id };
  const [promisedDate, setPromisedDate] = useState(job.promisedDate);
  const [declining, setDeclining] = useState(false);
  const accept = useJobCommand(() => answer(api.accept({ path, body: { promisedDate } })));
  if (!job.legal.includes('accepted')) return null;
  return (
    <section className="card">
      <h2>{t('answer.title')}</h2>
      <form
        className="row bottom"
        onSubmit={(event) => {
          event.preventDefault();
          accept.mutate();
        }}
      >
        <Field label={t('answer.promise')}>
          {(control) => (
            <Input
              {...control}
              type="date"
              required
              value={promisedDate}
              onChange={({ target }) => setPromisedDate(target.value)}
            />
          )}
        </Field>
        <Button type="primary" htmlType="submit" loading={accept.isPending}>
          {t('answer.accept')}
        </Button>
        {!declining && <Button onClick={() => setDeclining(true)}>{t('answer.decline')}</Button>}
      </form>
      {accept.isError && <Failure error={accept.error} />}
      {declining && <Decline job={job} />}
    </section>
  );
}

function Decline({ job }: { job: JobDetail }) {
  const { t } = useTranslation('desk');
  const { api } = useProvider();
  const [reasonCode, setReasonCode] = useState<DeclineReason>('no-capacity');
  const [note, setNote] = useState('');
  const [availableFrom, setAvailableFrom] = useState('');
  const body = { reasonCode, ...(note ? { note } : {}), ...(availableFrom ? { availableFrom } : {}) };
  const decline = useJobCommand(() => answer(api.decline({ path: { id: job.id }, body })));
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        decline.mutate();
      }}
    >
      <SelectField
        label={t('answer.why')}
        value={reasonCode}
        options={declineReasons.map((key) => ({ key, title: t(`reasons.${key}`) }))}
        onChange={setReasonCode}
      />
      <Field label={t('answer.note')} hint={t('answer.noteHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            maxLength={500}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
      <Field label={t('answer.availableFrom')}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={availableFrom}
            onChange={({ target }) => setAvailableFrom(target.value)}
          />
        )}
      </Field>
      <div>
        <Button danger htmlType="submit" loading={decline.isPending}>
          {t('answer.declineNow')}
        </Button>
      </div>
      {decline.isError && <Failure error={decline.error} />}
    </form>
  );
}
