import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '../api/answer';
import { serviceRequestsRatingGive } from '../api/generated';
import { useCaseCommand } from '../case/use-case';
import { Failure } from '../ui/states';

const aspects = ['timeliness', 'result'] as const;
const scores = [1, 2, 3, 4, 5] as const;

/** Two scores, was it on time and was it good, and a sentence if there is more to say. */
export function Rate({ requestId, taskId }: { requestId: string; taskId: string }) {
  const { t } = useTranslation('firm');
  const id = useId();
  const [rating, setRating] = useState({ timeliness: 5, result: 5, comment: '' });
  const { comment, ...given } = rating;
  const rate = useCaseCommand(() =>
    answer(serviceRequestsRatingGive({ body: { requestId, taskId, ...given, ...(comment.trim() && { comment }) } })),
  );
  return (
    <form
      className="stack rate"
      onSubmit={(event) => {
        event.preventDefault();
        rate.mutate();
      }}
    >
      {aspects.map((aspect) => (
        <fieldset key={aspect} className="row">
          <legend>{t(`rate.${aspect}`)}</legend>
          {scores.map((score) => (
            <label key={score}>
              <input
                type="radio"
                name={`${id}-${aspect}`}
                checked={rating[aspect] === score}
                onChange={() => setRating({ ...rating, [aspect]: score })}
              />{' '}
              {score}
            </label>
          ))}
        </fieldset>
      ))}
      <label htmlFor={id}>{t('rate.comment')}</label>
      <Input
        id={id}
        maxLength={500}
        value={comment}
        onChange={({ target }) => setRating({ ...rating, comment: target.value })}
      />
      <Button htmlType="submit" loading={rate.isPending}>
        {t('rate.give')}
      </Button>
      {rate.isError && <Failure error={rate.error} />}
    </form>
  );
}
