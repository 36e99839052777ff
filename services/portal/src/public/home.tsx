import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Page } from '../ui/page';

const steps = ['say', 'place', 'follow', 'verify'] as const;

export function Home() {
  const { t } = useTranslation('public');
  const { t: tc } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  return (
    <Page title={t('home.title')} lead={t('home.lead')}>
      <form
        role="search"
        className="search"
        onSubmit={(event) => {
          event.preventDefault();
          void navigate(`/search?q=${encodeURIComponent(text)}`);
        }}
      >
        <Input
          size="large"
          aria-label={t('home.searchLabel')}
          placeholder={t('home.placeholder')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button size="large" type="primary" htmlType="submit">
          {tc('search')}
        </Button>
      </form>
      <p>
        <Link to="/firm/requests/new">{t('home.start')}</Link>
      </p>
      <section className="stack">
        <h2>{t('home.how')}</h2>
        <div className="cards">
          {steps.map((step) => (
            <div className="card" key={step}>
              <h3>{t(`home.steps.${step}.title`)}</h3>
              <p className="quiet">{t(`home.steps.${step}.text`)}</p>
            </div>
          ))}
        </div>
      </section>
    </Page>
  );
}
