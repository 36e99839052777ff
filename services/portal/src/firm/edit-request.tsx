import { serviceRequestTransitions } from '@qi/contracts';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams, useSearchParams } from 'react-router';
import type { ServiceRequestsRequestResponse, ServiceRequestsServiceItemResponse } from '../api/generated';
import { useCase } from '../case/use-case';
import { useWords } from '../i18n/use-words';
import { Field } from '../ui/field';
import { Page } from '../ui/page';
import { Answer } from '../ui/states';
import { Attachments } from './attachments';
import { Bundle } from './bundle';
import { useItems } from '../catalogue/use-items';
import { CheckAnswers } from './check-answers';
import { useDraft, type DraftEditor } from './draft/use-draft';
import { useFaults } from './draft/use-faults';
import { LineForm } from './line-form';
import { MergeChoice } from './merge-choice';
import { SaveNote } from './save-note';
import { useBase } from './use-base';
import { WindowChoice } from './window-choice';

export function EditRequest() {
  const { id = '' } = useParams();
  const query = useCase(id);
  const items = useItems();
  return (
    <Answer query={items}>
      {(known) => <Answer query={query}>{(request) => <Draft request={request} items={known} />}</Answer>}
    </Answer>
  );
}

/** Only what may be submitted may be written; a request that went on shows its page. */
function Draft({ request, items }: { request: ServiceRequestsRequestResponse; items: Items }) {
  const base = useBase();
  const next: readonly string[] = serviceRequestTransitions[request.status];
  if (!next.includes('submitted')) return <Navigate to={`${base}/requests/${request.id}`} replace />;
  return <Editor key={request.id} request={request} items={items} />;
}

type Items = readonly ServiceRequestsServiceItemResponse[];

/** A draft: the bundle on one side, one question at a time on the other; then the answers to check, then sent. */
function Editor({ request, items }: { request: ServiceRequestsRequestResponse; items: Items }) {
  const { t } = useTranslation('firm');
  const draft = useDraft(request);
  const [search, setSearch] = useSearchParams();
  const step = search.get('step');
  return (
    <Page
      title={t(step === 'check' ? 'edit.checkTitle' : 'edit.title')}
      lead={`${request.number} · ${request.enterprise.name}`}
    >
      <SaveNote draft={draft} />
      {request.status === 'returned' && request.answer && <Asked answer={request.answer} />}
      {draft.theirs && <MergeChoice draft={draft} theirs={draft.theirs} />}
      {step === 'check' ? (
        <CheckAnswers draft={draft} items={items} />
      ) : (
        <Details draft={draft} items={items} onCheck={() => setSearch({ step: 'check' })} />
      )}
    </Page>
  );
}

/** Why the window sent it back: the notes on single places stand at their fields. */
function Asked({ answer }: { answer: NonNullable<ServiceRequestsRequestResponse['answer']> }) {
  const say = useWords();
  return (
    <section className="card">
      <p className="tone-yours">{say(answer.words)}</p>
      {answer.note && <blockquote>{answer.note}</blockquote>}
      <p className="quiet">{say(answer.hint)}</p>
    </section>
  );
}

function Details({ draft, items, onCheck }: { draft: DraftEditor; items: Items; onCheck: () => void }) {
  const { t } = useTranslation('firm');
  const [search, setSearch] = useSearchParams();
  const { content, change } = draft;
  const selected = content.lines.find(({ key }) => key === search.get('line')) ?? content.lines[0];
  return (
    <>
      <Whole draft={draft} />
      <div className="columns even">
        <Bundle draft={draft} items={items} selected={selected?.key} onSelect={(line) => setSearch({ line })} />
        {selected && <LineForm key={selected.key} draft={draft} items={items} line={selected} />}
      </div>
      <Attachments
        enterpriseId={draft.request.enterprise.id}
        ids={content.attachmentIds}
        onChange={(attachmentIds) => change({ ...content, attachmentIds })}
      />
      <div className="row">
        <Button type="primary" onClick={onCheck}>
          {t('edit.check')}
        </Button>
      </div>
    </>
  );
}

/** What holds for the request as a whole. */
function Whole({ draft }: { draft: DraftEditor }) {
  const { t } = useTranslation('firm');
  const faultAt = useFaults(draft);
  const { content, change } = draft;
  return (
    <div className="card">
      <Field label={t('edit.name')} fault={faultAt('/title')} pointer="/title">
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={content.title}
            onChange={({ target }) => change({ ...content, title: target.value })}
          />
        )}
      </Field>
      {(content.problem || content.lines.length === 0) && (
        <Field label={t('edit.problem')} hint={t('edit.problemHint')} fault={faultAt('/problem')} pointer="/problem">
          {(control) => (
            <Input.TextArea
              {...control}
              rows={4}
              maxLength={4000}
              value={content.problem}
              onChange={({ target }) => change({ ...content, problem: target.value })}
            />
          )}
        </Field>
      )}
      <Field label={t('edit.needBy')} hint={t('edit.needByHint')} fault={faultAt('/needBy')} pointer="/needBy">
        {(control) => (
          <Input
            {...control}
            type="date"
            className="short"
            value={content.needBy}
            onChange={({ target }) => change({ ...content, needBy: target.value })}
          />
        )}
      </Field>
      <WindowChoice draft={draft} />
    </div>
  );
}
