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
import { useItems, useOpenPlatforms } from '../catalogue/use-items';
import { addLine, bodyOf, type Content } from './draft/draft';
import { ItemChoice } from './item-choice';
import { likeliest, recognise } from './need/recognise';

const TITLE_LENGTH = 60;

/** The need comes first: one box, suggestions from it, the catalogue beside it; or the need alone, as a problem. */
export function NewRequest() {
  const { t } = useTranslation('firm');
  return (
    <Page title={t('new.title')} lead={t('new.lead')}>
      <Answer query={useItems()}>{(items) => <Need items={items} />}</Answer>
    </Page>
  );
}

function Need({ items }: { items: readonly ServiceRequestsServiceItemResponse[] }) {
  const { t } = useTranslation('firm');
  const [need, setNeed] = useKept('qi.need', '');
  // A link from the catalogue brings its item along.
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(() => new Map([[search.get('item') ?? '', true]]));
  const suggestions = useMemo(() => recognise(need, items), [need, items]);
  const ticked = likeliest(suggestions, items);
  const isChosen = (code: string) => chosen.get(code) ?? ticked.has(code);
  const picked = items.filter(({ code }) => isChosen(code));
  const begin = useBegin(need, () => setNeed(''));
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
          disabled={!need.trim() && picked.length === 0}
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

/** Creates the draft at the window of the firm's place, and goes on to it. */
function useBegin(need: string, done: () => void) {
  const navigate = useNavigate();
  const { acting } = useSession();
  const { data: platforms } = useOpenPlatforms();
  return useCaseCommand(async (picked: readonly Picked[]) => {
    const text = need.trim();
    const start: Content = {
      platformId: platforms?.[0]?.id ?? '',
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
    const body = { ...bodyOf(content), enterpriseId: acting?.organisation.id };
    const { id } = await answer(serviceRequestsDraftCreate({ body }));
    done();
    await navigate(`/firm/requests/${id}/edit`);
  });
}
