import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { limitsOptions, previewOptions } from '../../api/deadlines';
import { TextLink } from '../../app/links';
import { today } from '../../parts/dates';
import { Page } from '../../parts/page';
import { Failure } from '../../parts/states';
import { serverErrorsOf } from '../../parts/validation';
import styles from './calculator.module.css';
import { isInHours } from './choices';
import { Question } from './question';
import { Result } from './result';
import { type CalculatorSearch, questionOf } from './search';

/** Anyone's calculator of legal dates: the question stands in the address, the answer comes with its reasons. */
export function Calculator() {
  const { t, i18n } = useTranslation();
  const search = useSearch({ from: '/anyone/tinh-thoi-han' });
  const navigate = useNavigate({ from: '/tinh-thoi-han' });
  const question = questionOf(search, today());
  const limits = useQuery(limitsOptions(question.from || today()));
  const limit = limits.data?.items.find(
    ({ clock, procedure }) => clock === question.clock && procedure === question.procedure,
  );
  const isWhole =
    question.from !== '' &&
    question.ledger.every(({ on }) => on !== '') &&
    (!isInHours(limit) || question.at !== undefined);
  const preview = useQuery({ ...previewOptions(question, i18n.language), enabled: isWhole });
  const set = (change: CalculatorSearch) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  return (
    <Page title={t('calculator.title')} lead={t('calculator.lead')}>
      {limits.isError && <Failure error={limits.error} onRetry={limits.refetch} />}
      <div className={styles.columns}>
        <Question
          of={question}
          limits={limits.data?.items ?? []}
          errors={serverErrorsOf(preview.error)}
          set={set}
        />
        <Result query={preview} isWhole={isWhole} />
      </div>
      <Text size="sm" c="dimmed">
        {t('calculator.note')} <TextLink to="/van-ban-phap-luat">{t('laws.title')}</TextLink>
      </Text>
    </Page>
  );
}
