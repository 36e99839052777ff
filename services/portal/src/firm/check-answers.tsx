import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answer } from '../api/answer';
import { serviceRequestsFulfilmentSubmit, type ServiceRequestsServiceItemResponse } from '../api/generated';
import { ProblemError } from '../api/problem';
import { useCaseCommand } from '../case/use-case';
import { useWords } from '../i18n/use-words';
import { fieldId } from '../ui/field';
import { answerOf, labelOf, type ObjectSchema } from '../ui/schema-fields';
import { Failure } from '../ui/states';
import type { Line } from './draft/draft';
import type { DraftEditor } from './draft/use-draft';
import { useBase } from './use-base';

interface CheckProps {
  readonly draft: DraftEditor;
  readonly items: readonly ServiceRequestsServiceItemResponse[];
}

/** Everything once more before it is sent; what is missing leads to its field. */
export function CheckAnswers({ draft, items }: CheckProps) {
  const { t } = useTranslation('firm');
  const say = useWords();
  const navigate = useNavigate();
  const base = useBase();
  const { request, content, state } = draft;
  const path = { id: request.id };
  const submit = useCaseCommand(async () => {
    await answer(serviceRequestsFulfilmentSubmit({ path }));
    await navigate(`${base}/requests/${request.id}`);
  });
  return (
    <div className="stack">
      <Missing draft={draft} fault={submit.error} />
      <dl className="card facts">
        <dt>{t('edit.name')}</dt>
        <dd>{content.title || '–'}</dd>
        {content.problem && (
          <>
            <dt>{t('edit.problem')}</dt>
            <dd>{content.problem}</dd>
          </>
        )}
        <dt>{t('edit.needBy')}</dt>
        <dd>{content.needBy || '–'}</dd>
        <dt>{t('check.dates')}</dt>
        <dd>{say(request.plan.words)}</dd>
      </dl>
      {content.lines.map((line) => (
        <LineSummary key={line.key} line={line} item={items.find(({ code }) => code === line.itemCode)} />
      ))}
      {request.hints.map((hint) => (
        <p key={hint.requestId} className="card tone-yours">
          {say(hint.words)}
        </p>
      ))}
      <div className="row">
        <Button
          type="primary"
          disabled={state !== 'saved' || request.missing.length > 0}
          loading={submit.isPending}
          onClick={() => submit.mutate()}
        >
          {t('check.submit')}
        </Button>
        <Link to="?checked">{t('check.back')}</Link>
      </div>
      {submit.isError && <Failure error={submit.error} />}
    </div>
  );
}

function Missing({ draft, fault }: { draft: DraftEditor; fault: unknown }) {
  const { t } = useTranslation();
  const say = useWords();
  const refused = [draft.problem, fault].flatMap((each) => (each instanceof ProblemError ? each.faults : []));
  const all = [...draft.request.missing.map(({ pointer, words }) => ({ pointer, message: say(words) })), ...refused];
  if (all.length === 0) return null;
  return (
    <section className="failure" role="alert">
      <h2>{t('problem.summary')}</h2>
      <ul>
        {all.map(({ pointer, message }, index) => (
          <li key={index}>
            <Link to={`?checked&line=${lineAt(draft, pointer)}#${fieldId(pointer)}`}>{message}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The key of the line that a pointer leads into. */
function lineAt({ content }: DraftEditor, pointer: string): string {
  const index = /^\/lines\/(\d+)/.exec(pointer)?.[1];
  return index === undefined ? '' : (content.lines[Number(index)]?.key ?? '');
}

function LineSummary({ line, item }: { line: Line; item: ServiceRequestsServiceItemResponse | undefined }) {
  const { t } = useTranslation('firm');
  const say = useWords();
  const { tests = [], measurements = [] } = line.demand;
  const { properties = {} } = (item?.fields ?? {}) as ObjectSchema;
  return (
    <section className="card">
      <div className="row spread">
        <h2>{item ? say(item.name) : line.itemCode}</h2>
        <Link to={`?line=${line.key}`}>{t('check.change')}</Link>
      </div>
      <dl className="facts">
        <dt>{t('line.object')}</dt>
        <dd>{line.demand.object}</dd>
        {tests.map(({ parameter, methodStandard }, index) => (
          <Pair key={index} name={parameter} value={methodStandard} />
        ))}
        {measurements.map(({ instrument, min, max, unit }, index) => (
          <Pair key={index} name={instrument} value={`${min} – ${max} ${unit}`} />
        ))}
        {Object.entries(line.answers ?? {}).map(([name, value]) => (
          <Pair key={name} name={labelOf(name, properties[name], say)} value={answerOf(value, properties[name], say)} />
        ))}
      </dl>
    </section>
  );
}

function Pair({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
