import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer } from '../api/answer';
import {
  gatewayNoticeList,
  gatewayNoticeRead,
  gatewayNoticeUnread,
  type GatewayNoticeResponse,
} from '../api/generated';
import { useWords } from '../i18n/use-words';
import { useDates } from '../ui/dates';
import { Answer } from '../ui/states';

const MANY = 20;
const aggregate = ['gateway', 'notice'];

/** The bell: how many notices are unread, and the latest of them; opening it reads them. */
export default function Notices() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const unread = useQuery({ queryKey: [...aggregate, 'unread'], queryFn: () => answer(gatewayNoticeUnread()) });
  const list = useQuery({
    queryKey: [...aggregate, 'list'],
    queryFn: () => answer(gatewayNoticeList({ query: { limit: MANY } })),
    enabled: false,
  });
  const read = useMutation({
    mutationFn: (upTo: string) => answer(gatewayNoticeRead({ body: { upTo } })),
    onSuccess: () => client.invalidateQueries({ queryKey: [...aggregate, 'unread'] }),
  });
  const open = async () => {
    const { data } = await list.refetch();
    const latest = data?.items[0]?.id;
    if (latest && unread.data?.unread) read.mutate(latest);
  };
  const count = unread.data?.unread ?? 0;
  return (
    <details className="popover" onToggle={({ currentTarget }) => currentTarget.open && void open()}>
      <summary>
        {t('notices.title')} {count > 0 && <strong aria-label={t('notices.unread', { count })}>{count}</strong>}
      </summary>
      <div className="popover-body">
        <Answer query={list}>{({ items }) => <Items items={items} />}</Answer>
      </div>
    </details>
  );
}

function Items({ items }: { items: readonly GatewayNoticeResponse[] }) {
  const { t } = useTranslation();
  const say = useWords();
  const { moment } = useDates();
  if (items.length === 0) return <p className="quiet">{t('notices.none')}</p>;
  return (
    <ul className="bare stack">
      {items.map(({ id, at, words }) => (
        <li key={id}>
          {say(words)} <time className="quiet">{moment(at)}</time>
        </li>
      ))}
    </ul>
  );
}
