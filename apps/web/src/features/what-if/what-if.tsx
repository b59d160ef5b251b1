import { Alert, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type WhatIfQuestion, whatIfOptions, whatIfRulesOptions } from '../../api/what-if';
import { Page } from '../../parts/page';
import { Answer, Section } from '../../parts/states';
import { serverErrorsOf } from '../../parts/validation';
import { Question } from './question';
import { Result } from './result';
import styles from './what-if.module.css';

/** A past period under other rules: what is supposed, and which cases would have gone otherwise. */
export function WhatIf() {
  const { t, i18n } = useTranslation();
  const rules = useQuery(whatIfRulesOptions);
  const [question, setQuestion] = useState<WhatIfQuestion | null>(null);
  const answer = useInfiniteQuery(whatIfOptions(question, i18n.language));
  return (
    <Page title={t('whatIf.title')} lead={t('whatIf.lead')}>
      <Title order={1} className={styles.printed}>
        {t('whatIf.title')}
      </Title>
      <Alert icon={<IconInfoCircle aria-hidden />} color="ink" className={styles.note}>
        <Text size="sm">{t('whatIf.changesNothing')}</Text>
      </Alert>
      <div className="no-print">
        <Section id="what-if-question" title={t('whatIf.question')}>
          <Answer query={rules}>
            {(known) => (
              <Question
                rules={known}
                errors={serverErrorsOf(answer.error)}
                isBusy={answer.isFetching && !answer.isFetchingNextPage}
                onAsk={(asked) => {
                  setQuestion(asked);
                  // The same question is asked anew: the record may have grown meanwhile.
                  if (JSON.stringify(asked) === JSON.stringify(question)) void answer.refetch();
                }}
              />
            )}
          </Answer>
        </Section>
      </div>
      {rules.data && <Result question={question} rules={rules.data} query={answer} />}
    </Page>
  );
}
