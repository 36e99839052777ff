import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { answer } from '../api/answer';
import { serviceRequestsDraftCreate, type ServiceRequestsServiceItemResponse } from '../api/generated';
import { useCaseCommand } from '../case/use-case';
import { useSession } from '../session/session';
import { Field } from '../ui/field';
import { Page } from '../ui/page';
import { Answer, Empty, Failure } from '../ui/states';
import { useKept } from '../ui/use-kept';
import { useItems } from '../catalogue/use-items';
import { addLine, bodyOf, type Content } from './draft/draft';
import { ItemChoice } from './item-choice';
import { useBase } from './use-base';
import { useWindows } from './use-windows';
import { likeliest, recognise } from './need/recognise';

const TITLE_LENGTH = 60;

/** The need comes first: one box, suggestions from it, the catalogue beside it; or the need alone, as a problem. */
export function NewRequest() {
  const { t } = useTranslation('firm');
  const { acting } = useSession();
  return (
    <Page title={t('new.title')} lead={t('new.lead')}>
      <NeedForm enterpriseId={acting?.organisation.id ?? ''} />
    </Page>
  );
}

/** The need of a firm, told by itself or at the counter. */
export function NeedForm({ enterpriseId }: { enterpriseId: string }) {
  return <Answer query={useItems()}>{(items) => <Need enterpriseId={enterpriseId} items={items} />}</Answer>;
}

interface NeedProps {
  readonly enterpriseId: string;
  readonly items: readonly ServiceRequestsServiceItemResponse[];
}

function Need({ enterpriseId, items }: NeedProps) {
  const { t } = useTranslation('firm');
  const [need, setNeed] = useKept('qi.need', '');
  // A link from the catalogue brings its item along.
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(() => new Map([[search.get('item') ?? '', true]]));
  const suggestions = useMemo(() => recognise(need, items), [need, items]);
  const ticked = likeliest(suggestions, items);
  const isChosen = (code: string) => chosen.get(code) ?? ticked.has(code);
  const picked = items.filter(({ code }) => isChosen(code));
  const window = useWindows(enterpriseId)?.[0];
  const begin = useBegin({ need, enterpriseId, platformId: window?.id ?? '' }, () => setNeed(''));
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate(
          picked.map((item) => ({ item, known: suggestions.find(({ itemCode }) => itemCode === item.code) })),
        );
      }}
    >
      <Field label={t('new.need')} hint={t('new.needHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            rows={3}
            maxLength={4000}
            value={need}
            onChange={({ target }) => setNeed(target.value)}
          />
        )}
      </Field>
      <ItemChoice
        items={items}
        suggestions={suggestions}
        isChosen={isChosen}
        choose={(code, wanted) => setChosen(new Map(chosen).set(code, wanted))}
      />
      {need.trim() && picked.length === 0 && <Empty>{t('new.asProblem')}</Empty>}
      <div className="row">
        <Button
          type="primary"
          htmlType="submit"
          loading={begin.isPending}
          disabled={!window || (!need.trim() && picked.length === 0)}
        >
          {picked.length ? t('new.continue', { count: picked.length }) : t('new.continueProblem')}
        </Button>
      </div>
      {begin.isError && <Failure error={begin.error} />}
    </form>
  );
}

interface Picked {
  readonly item: ServiceRequestsServiceItemResponse;
  readonly known: ReturnType<typeof recognise>[number] | undefined;
}

interface Beginning {
  readonly need: string;
  readonly enterpriseId: string;
  readonly platformId: string;
}

/** Creates the draft at the window of the firm's place, and goes on to it. */
function useBegin({ need, enterpriseId, platformId }: Beginning, done: () => void) {
  const navigate = useNavigate();
  const base = useBase();
  return useCaseCommand(async (picked: readonly Picked[]) => {
    const text = need.trim();
    const start: Content = {
      platformId,
      title: text.split('\n')[0]?.slice(0, TITLE_LENGTH) ?? '',
      problem: picked.length ? '' : text,
      needBy: '',
      attachmentIds: [],
      lines: [],
    };
    const content = picked.reduce(
      (grown, { item, known }) => addLine(grown, { itemCode: item.code, element: item.element }, known),
      start,
    );
    const body = { ...bodyOf(content), enterpriseId };
    const { id } = await answer(serviceRequestsDraftCreate({ body }));
    done();
    await navigate(`${base}/requests/${id}/edit`);
  });
}
