import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ServiceRequestsRequestResponse } from '../api/generated';
import { contentOf, differences, type Content } from './draft/draft';
import type { DraftEditor } from './draft/use-draft';

/** Two people wrote on one draft: what differs, side by side, and the choice whose text stays. */
export function MergeChoice({ draft, theirs }: { draft: DraftEditor; theirs: ServiceRequestsRequestResponse }) {
  const { t } = useTranslation('firm');
  const other = contentOf(theirs);
  const shown = (content: Content, name: keyof Content) => {
    const value = content[name];
    if (typeof value === 'string') return value || '–';
    return String(value.length);
  };
  return (
    <section className="failure" role="alert">
      <h2>{t('merge.title')}</h2>
      <p>{t('merge.lead')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('merge.what')}</th>
            <th scope="col">{t('merge.mine')}</th>
            <th scope="col">{t('merge.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differences(draft.content, other).map((name) => (
            <tr key={name}>
              <th scope="row">{t(`merge.names.${name}`)}</th>
              <td>{shown(draft.content, name)}</td>
              <td>{shown(other, name)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row">
        <Button type="primary" onClick={() => draft.resolve('mine')}>
          {t('merge.keepMine')}
        </Button>
        <Button onClick={() => draft.resolve('theirs')}>{t('merge.takeTheirs')}</Button>
      </div>
    </section>
  );
}
