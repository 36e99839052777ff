import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { answer } from '../api/answer';
import {
  serviceRequestsServiceItemDraft,
  serviceRequestsServiceItemDraftNextVersion,
  serviceRequestsServiceItemGet,
  serviceRequestsServiceItemPublish,
  serviceRequestsServiceItemRetire,
  serviceRequestsServiceItemRevise,
  type ServiceRequestsDraftServiceItemDto,
  type ServiceRequestsServiceItemResponse,
} from '../api/generated';
import { useWords } from '../i18n/use-words';
import { Page } from '../ui/page';
import { SchemaFields, type ObjectSchema } from '../ui/schema-fields';
import { Answer, Failure } from '../ui/states';
import { StatusTag } from '../ui/status-tag';
import { itemsKey } from './catalogue';
import { ItemForm } from './catalogue/item-form';

type Content = ServiceRequestsDraftServiceItemDto;
type Item = ServiceRequestsServiceItemResponse;

const nothing: Content = {
  ...{ code: '', element: 'testing', name: { zh: '', en: '' }, description: { zh: '', en: '' } },
  fields: { type: 'object', properties: {}, required: [], additionalProperties: false },
  ...{ documents: [], priceText: { zh: '', en: '' }, promisedDays: 10, durationDays: 5, answerWithinDays: 2 },
  ...{ eligibleProviderIds: [], standards: [], autoAccept: false },
};

/** One entry of the catalogue: written as a draft, looked at as firms will see it, then published. */
export function CatalogueItem() {
  const { id = '' } = useParams();
  const fresh = id === 'new';
  const query = useQuery({
    queryKey: [...itemsKey, id],
    queryFn: () => answer(serviceRequestsServiceItemGet({ path: { id } })),
    enabled: !fresh,
  });
  if (fresh) return <Editor item={undefined} />;
  return <Answer query={query}>{(item) => <Editor key={`${item.id} ${item.version}`} item={item} />}</Answer>;
}

function Editor({ item }: { item: Item | undefined }) {
  const { t } = useTranslation('admin');
  const say = useWords();
  const [content, change] = useState<Content>(item ?? nothing);
  const steps = useSteps(item, content);
  const editable = !item || item.status === 'draft';
  const failed = Object.values(steps).find(({ isError }) => isError);
  return (
    <Page
      title={item ? say(item.name) : t('catalogue.new')}
      lead={item && <StatusTag status={item.status} />}
      actions={<Steps item={item} steps={steps} />}
    >
      {failed && <Failure error={failed.error} />}
      <div className="columns even">
        {editable ? <ItemForm content={content} fresh={!item} onChange={change} /> : <p>{t('catalogue.frozen')}</p>}
        <Preview content={content} />
      </div>
    </Page>
  );
}

type StepsOf = ReturnType<typeof useSteps>;

/** A draft is saved and published; what is published gets a next version or leaves the catalogue. */
function Steps({ item, steps: { save, next, publish, retire } }: { item: Item | undefined; steps: StepsOf }) {
  const { t } = useTranslation('admin');
  if (!item)
    return (
      <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
        {t('catalogue.save')}
      </Button>
    );
  if (item.status === 'draft')
    return (
      <>
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          {t('catalogue.save')}
        </Button>
        <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate()}>
          {t('catalogue.publish')}
        </Button>
      </>
    );
  if (item.status !== 'published') return null;
  return (
    <>
      <Button type="primary" loading={next.isPending} onClick={() => next.mutate()}>
        {t('catalogue.next')}
      </Button>
      <Button danger loading={retire.isPending} onClick={() => retire.mutate()}>
        {t('catalogue.retire')}
      </Button>
    </>
  );
}

/** What may be done with an entry; whatever shows items is fetched anew after it. */
function useSteps(item: Item | undefined, content: Content) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const onSettled = () => client.invalidateQueries({ queryKey: itemsKey });
  const path = { id: item?.id ?? '' };
  const headers = { 'If-Match': `"${item?.version}"` };
  const goTo = ({ id }: Item) => navigate(`/admin/catalogue/${id}`);
  const store = () => {
    const { code, ...body } = sentOf(content);
    return answer(
      item
        ? serviceRequestsServiceItemRevise({ path, headers, body })
        : serviceRequestsServiceItemDraft({ body: { code, ...body } }),
    );
  };
  return {
    save: useMutation({ mutationFn: store, onSuccess: goTo, onSettled }),
    next: useMutation({
      mutationFn: () => answer(serviceRequestsServiceItemDraftNextVersion({ path })),
      onSuccess: goTo,
      onSettled,
    }),
    publish: useMutation({
      mutationFn: async () => {
        await store();
        return answer(serviceRequestsServiceItemPublish({ path }));
      },
      onSettled,
    }),
    retire: useMutation({ mutationFn: () => answer(serviceRequestsServiceItemRetire({ path })), onSettled }),
  };
}

/** What an author writes, without what the service adds on reading. */
function sentOf(content: Content): Content {
  const { code, element, name, description, fields, documents, priceText } = content;
  const { promisedDays, durationDays, answerWithinDays, eligibleProviderIds, standards, autoAccept } = content;
  return {
    ...{ code, element, name, description, fields, documents, priceText },
    ...{ promisedDays, durationDays, answerWithinDays, eligibleProviderIds, standards, autoAccept },
  };
}

/** The form as a firm will see it; what is typed here goes nowhere. */
function Preview({ content }: { content: Content }) {
  const { t } = useTranslation('admin');
  const say = useWords();
  const [answers, setAnswers] = useState<Readonly<Record<string, unknown>>>({});
  return (
    <section className="card preview" aria-label={t('catalogue.preview')}>
      <p className="quiet">{t('catalogue.preview')}</p>
      {say(content.name) && <h2>{say(content.name)}</h2>}
      <p>{say(content.description)}</p>
      <p className="quiet">{say(content.priceText)}</p>
      <SchemaFields
        schema={content.fields as ObjectSchema}
        answers={answers}
        onChange={setAnswers}
        pointer="/preview"
        faultAt={() => undefined}
      />
    </section>
  );
}
