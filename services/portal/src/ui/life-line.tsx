import { useTranslation } from 'react-i18next';
import { useWords, type Words } from '../i18n/use-words';
import { useDates } from './dates';

export interface LifeLineEntry {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly words: Words;
  readonly about?: string;
}

/** Everything that happened to a case, newest first, under the day it happened on. */
export function LifeLine({ entries }: { entries: readonly LifeLineEntry[] }) {
  const { i18n } = useTranslation();
  const say = useWords();
  const { day, time } = useDates();
  const days = Map.groupBy(entries, ({ at }) => day(at));
  return (
    <div className="life-line" lang={i18n.language === 'en' ? 'en' : 'zh-CN'}>
      {[...days].map(([date, steps]) => (
        <section key={date}>
          <h3>{date}</h3>
          <ol>
            {steps.map(({ id, at, by, words, about }) => (
              <li key={id}>
                <time dateTime={at}>{time(at)}</time>
                <div>
                  {say(words)}
                  <span className="quiet">
                    {' '}
                    {about ? `${about} · ` : ''}
                    {by}
                  </span>
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
