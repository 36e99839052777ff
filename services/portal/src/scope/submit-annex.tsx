import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { schemes, type Scheme } from '@qi/contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '../api/answer';
import { useSession } from '../session/session';
import { Field } from '../ui/field';
import { SelectField } from '../ui/select-field';
import { Answer, Failure } from '../ui/states';
import { annexKey, scopeApis, type ScopeService } from './scope-api';

const extents = ['whole', 'extension'] as const;
type Extent = (typeof extents)[number];

interface Site {
  readonly id: string;
  readonly name: string;
  readonly closedAt?: string | null;
}

/** Hands in the annex of a certificate; nothing changes before it has been compared and approved. */
export function SubmitAnnex({ service }: { service: ScopeService }) {
  const { t } = useTranslation('scope');
  const holder = useSession().acting?.organisation.id ?? '';
  const query = useQuery({
    queryKey: [service, 'holder', holder],
    queryFn: () => answer(scopeApis[service].holder({ path: { id: holder } })),
  });
  return (
    <details className="card">
      <summary>{t('submit.title')}</summary>
      <Answer query={query}>
        {({ sites }) => <Form service={service} holder={holder} sites={sites as unknown as Site[]} />}
      </Answer>
    </details>
  );
}

interface FormProps {
  readonly service: ScopeService;
  readonly holder: string;
  readonly sites: readonly Site[];
}

interface Details {
  readonly scheme: Scheme;
  readonly extent: Extent;
  readonly siteId: string;
  readonly certNo: string;
  readonly validFrom: string;
  readonly validTo: string;
}

function Form({ service, holder, sites }: FormProps) {
  const { t } = useTranslation('scope');
  const [details, setDetails] = useState<Details>({
    ...{ scheme: 'CMA', extent: 'whole', siteId: sites[0]?.id ?? '' },
    ...{ certNo: '', validFrom: '', validTo: '' },
  });
  const [file, setFile] = useState<File>();
  const client = useQueryClient();
  const submit = useMutation({
    mutationFn: (sent: File) => {
      const { scheme, extent, ...others } = details;
      const body = { file: sent, ...others, ...(service === 'institutions' && { scheme, extent }) } as never;
      return answer(scopeApis[service].submit({ path: { id: holder }, body }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: annexKey(service) }),
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (file) submit.mutate(file);
      }}
    >
      {service === 'institutions' && <SchemeFields details={details} onChange={setDetails} />}
      <CertificateFields details={details} onChange={setDetails} />
      <SelectField
        label={t('submit.site')}
        value={details.siteId}
        options={sites.map(({ id, name }) => ({ key: id, title: name }))}
        onChange={(siteId) => setDetails({ ...details, siteId })}
      />
      <Field label={t('submit.file')} hint={t('submit.fileHint')}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,.xlsx,.json"
            required
            onChange={({ target }) => setFile(target.files?.[0])}
          />
        )}
      </Field>
      <div>
        <Button type="primary" htmlType="submit" disabled={!file} loading={submit.isPending}>
          {t('submit.send')}
        </Button>
      </div>
      {submit.isError && <Failure error={submit.error} />}
    </form>
  );
}

interface DetailsProps {
  readonly details: Details;
  readonly onChange: (details: Details) => void;
}

function SchemeFields({ details, onChange }: DetailsProps) {
  const { t } = useTranslation('scope');
  return (
    <div className="row pair">
      <SelectField
        label={t('submit.scheme')}
        value={details.scheme}
        options={schemes.map((key) => ({ key, title: t(`schemes.${key}`) }))}
        onChange={(scheme) => onChange({ ...details, scheme })}
      />
      <SelectField
        label={t('submit.extent')}
        value={details.extent}
        options={extents.map((key) => ({ key, title: t(`submit.extents.${key}`) }))}
        onChange={(extent) => onChange({ ...details, extent })}
      />
    </div>
  );
}

function CertificateFields({ details, onChange }: DetailsProps) {
  const { t } = useTranslation('scope');
  return (
    <div className="row pair">
      {(['certNo', 'validFrom', 'validTo'] as const).map((name) => (
        <Field key={name} label={t(`submit.${name}`)}>
          {(control) => (
            <Input
              {...control}
              required
              type={name === 'certNo' ? 'text' : 'date'}
              value={details[name]}
              onChange={({ target }) => onChange({ ...details, [name]: target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
