import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addTexts } from '../i18n/i18n';
import { useDates } from '../ui/dates';
import { Failure, Loading } from '../ui/states';
import type { AccessEntry } from './access-log-api';
import { namesIn } from './merge';
import { auditTexts } from './texts';
import { useAccessLog } from './use-access-log';
import { useAccessWords } from './use-access-words';

addTexts('audit', auditTexts);

/** For the firm: who of other organisations looked at a request and all that belongs to it. Asked for when opened. */
export function WhoLooked({ requestId }: { requestId: string }) {
  const { t } = useTranslation('audit');
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('looked.title')}</summary>
      <p className="quiet">{t('looked.lead')}</p>
      {open && <Looks requestId={requestId} />}
    </details>
  );
}

function Looks({ requestId }: { requestId: string }) {
  const { t } = useTranslation('audit');
  const { t: tc } = useTranslation();
  const { moment } = useDates();
  const { what, why } = useAccessWords();
  const query = useAccessLog({ requestId });
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  const looks = query.data.pages.flatMap(({ items }) => items);
  const names = namesIn(looks);
  const whoOf = ({ actor: { name, organisation } }: AccessEntry) =>
    [name, organisation && names.get(organisation.id)].filter(Boolean).join(' · ');
  if (looks.length === 0) return <p>{t('looked.empty')}</p>;
  return (
    <>
      <ul className="stack bare">
        {looks.map((look) => (
          <li key={look.id}>
            {whoOf(look)} · {why(look)}
            <br />
            <span className="quiet">
              <time dateTime={look.at}>{moment(look.at)}</time> · {what(look)}
            </span>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {tc('more')}
        </Button>
      )}
    </>
  );
}
