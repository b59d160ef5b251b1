import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TrackingView } from '#contract';
import { ApiError } from '../../api/client';
import { trackingOptions } from '../../api/supervision';
import { CertaintyMarks, HeadlineBadge } from '../../parts/badges';
import { useFormat } from '../../parts/dates';
import { Disclosure } from '../../parts/disclosure';
import { Facts } from '../../parts/facts';
import { Page } from '../../parts/page';
import { Reasons } from '../../parts/reasons';
import { Answer, Empty, Section } from '../../parts/states';
import { plainCode } from '../../parts/tracking-code';
import { useLanguage } from '../../parts/use-language';
import { useHandlingWord } from '../case/handling';
import { CodeForm } from './code-form';
import { TrackedSteps } from './tracked-steps';

/** What the holder of a receipt may see: where the case stands, who holds it, until when, and each step. */
export function TrackedCase() {
  const { t } = useTranslation();
  const { code } = useParams({ from: '/open/theo-doi/$code' });
  const plain = plainCode(code);
  const query = useQuery(trackingOptions(plain));
  const isUnknown = query.error instanceof ApiError && [400, 404, 422].includes(query.error.status);
  return (
    <Page
      key={plain}
      title={query.data ? t('tracking.caseTitle', { number: query.data.number }) : t('tracking.title')}
    >
      {isUnknown ? (
        <div role="alert">
          <Empty title={t('tracking.unknownTitle')} hint={t('tracking.unknownHint')} />
        </div>
      ) : (
        <Answer query={query}>{(of) => <Tracked of={of} />}</Answer>
      )}
      <CodeForm code={plain} />
    </Page>
  );
}

function Tracked({ of }: { of: TrackingView }) {
  const { t } = useTranslation();
  const handlingWord = useHandlingWord();
  const lines = of.explanation[useLanguage()];
  return (
    <Stack>
      <Section id="tracked-state" title={t('tracking.state')}>
        <Group gap="xs" mb="xs">
          <HeadlineBadge headline={of.headline} />
          <Text size="sm">{handlingWord(of.handling)}</Text>
        </Group>
        <TrackedFacts of={of} />
        {of.isLate && (
          <Text size="sm" mt="xs">
            {t('tracking.lateHint')}
          </Text>
        )}
        {lines.length > 0 && (
          <Disclosure label={t('case.howCounted')} isOpenAtFirst>
            <Reasons lines={lines} />
          </Disclosure>
        )}
      </Section>
      <TrackedSteps steps={of.steps} />
    </Stack>
  );
}

function TrackedFacts({ of }: { of: TrackingView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Facts
      facts={[
        { label: t('tracking.kind'), value: t(`procedures.${of.procedure}`) },
        of.receivedOn !== null && {
          label: t('fields.receivedOn'),
          value: format.date(of.receivedOn),
        },
        { label: t('receipt.holder'), value: of.agencyName ?? t('tracking.nobody') },
        of.due !== null && {
          label: of.dueClock ? t(`clocks.${of.dueClock}`) : t('receipt.due'),
          value: (
            <>
              <strong>{format.date(of.due)}</strong>
              {of.isLate && ` (${t('tracking.late')})`}
              {of.dueCertainty && (
                <CertaintyMarks certainty={of.dueCertainty} provisional={of.dueProvisional} />
              )}
            </>
          ),
        },
        of.outcome !== null && { label: t('case.outcome'), value: t(`outcomes.${of.outcome}`) },
      ]}
    />
  );
}
