import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer } from '../api/answer';
import { serviceRequestsAttachmentAdd, serviceRequestsAttachmentGet } from '../api/generated';
import { Field } from '../ui/field';
import { Failure } from '../ui/states';

interface AttachmentsProps {
  readonly enterpriseId: string;
  readonly ids: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** Photos and documents that belong to the request; the server decides by their bytes what they are. */
export function Attachments({ enterpriseId, ids, onChange }: AttachmentsProps) {
  const { t } = useTranslation('firm');
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const added: string[] = [];
      for (const file of files)
        added.push((await answer(serviceRequestsAttachmentAdd({ body: { file, enterpriseId } }))).id);
      return added;
    },
    onSuccess: (added) => onChange([...ids, ...added.filter((id) => !ids.includes(id))]),
  });
  return (
    <section className="card">
      <h2>{t('files.title')}</h2>
      <ul className="bare stack">
        {ids.map((id) => (
          <li key={id} className="row">
            <FileName id={id} />
            <button type="button" className="plain" onClick={() => onChange(ids.filter((other) => other !== id))}>
              {t('files.remove')}
            </button>
          </li>
        ))}
      </ul>
      <Field label={t('files.add')} hint={t('files.hint')}>
        {(control) => (
          <input
            {...control}
            type="file"
            multiple
            accept="image/jpeg,image/png,application/pdf"
            disabled={upload.isPending}
            onChange={({ target }) => {
              upload.mutate([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        )}
      </Field>
      {upload.isError && <Failure error={upload.error} />}
    </section>
  );
}

function FileName({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: ['service-requests', 'attachment', id],
    queryFn: () => answer(serviceRequestsAttachmentGet({ path: { id } })),
    staleTime: Infinity,
  });
  return <a href={`/api/service-requests/v1/attachments/${id}/content`}>{data?.fileName ?? id}</a>;
}
