import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import { answer } from '../api/answer';
import { serviceRequestsWindowDecisionItemise, type ServiceRequestsServiceItemResponse } from '../api/generated';
import type { Case } from '../case/case';
import { useCase, useCaseCommand } from '../case/use-case';
import { useItems } from '../catalogue/use-items';
import { Bundle } from '../firm/bundle';
import { addLine, contentOf, removeLine } from '../firm/draft/draft';
import { ItemChoice } from '../firm/item-choice';
import { LineForm } from '../firm/line-form';
import { recognise } from '../firm/need/recognise';
import { Page } from '../ui/page';
import { Answer, Failure } from '../ui/states';
import { Told } from './told';

/** A problem told in words becomes services: the words on one side, the services and their details on the other. */
export function Itemise() {
  const { id = '' } = useParams();
  const items = useItems();
  const query = useCase(id);
  return (
    <Answer query={items}>
      {(known) => <Answer query={query}>{(request) => <Shown request={request} items={known} />}</Answer>}
    </Answer>
  );
}

interface ShownProps {
  readonly request: Case;
  readonly items: readonly ServiceRequestsServiceItemResponse[];
}

function Shown({ request, items }: ShownProps) {
  if (request.status !== 'submitted') return <Navigate to={`/window/requests/${request.id}`} replace />;
  return <Editor key={request.id} request={request} items={items} />;
}

function Editor({ request, items }: ShownProps) {
  const { t } = useTranslation('window');
  const navigate = useNavigate();
  const [content, change] = useState(() => contentOf(request));
  const [selected, setSelected] = useState<string>();
  const suggestions = useMemo(() => recognise(request.problem ?? '', items), [request.problem, items]);
  const itemise = useCaseCommand(async () => {
    await answer(
      serviceRequestsWindowDecisionItemise({ path: { id: request.id }, body: { lines: [...content.lines] } }),
    );
    await navigate(`/window/requests/${request.id}`);
  });
  const editor = { request, content, change, problem: itemise.error };
  const line = content.lines.find(({ key }) => key === selected) ?? content.lines[0];
  const lineOf = (code: string) => content.lines.find(({ itemCode }) => itemCode === code);
  const choose = (code: string, wanted: boolean) => {
    const [item, known] = [items.find((each) => each.code === code), lineOf(code)];
    if (!wanted && known) change(removeLine(content, known.key));
    if (wanted && item)
      change(
        addLine(
          content,
          { itemCode: code, element: item.element },
          suggestions.find(({ itemCode }) => itemCode === code),
        ),
      );
  };
  return (
    <Page title={t('itemise.title')} lead={`${request.number} · ${request.enterprise.name}`}>
      <div className="columns even itemise">
        <Told request={request} />
        <div className="stack">
          <ItemChoice items={items} suggestions={suggestions} isChosen={(code) => !!lineOf(code)} choose={choose} />
          {line && <Bundle draft={editor} items={items} selected={line.key} onSelect={setSelected} />}
          {line && <LineForm key={line.key} draft={editor} items={items} line={line} />}
          <div className="row">
            <Button
              type="primary"
              disabled={content.lines.length === 0}
              loading={itemise.isPending}
              onClick={() => itemise.mutate()}
            >
              {t('itemise.save')}
            </Button>
          </div>
          {itemise.isError && <Failure error={itemise.error} />}
        </div>
      </div>
    </Page>
  );
}
