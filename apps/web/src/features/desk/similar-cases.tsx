import { Alert, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SimilarBody, SimilarCase } from '#contract';
import { similarOptions } from '../../api/cases';
import { TextLink } from '../../app/links';

/** So long the clerk pauses before the register is asked. */
const PAUSE_MS = 600;

/** Cases that may be about the same as the petition being typed; only a suggestion, and silent when there is none. */
export function SimilarCases({ asked }: { asked: SimilarBody | null }) {
  const { t } = useTranslation();
  // As text, so that typing what is not asked about starts no new pause.
  const [text] = useDebouncedValue(JSON.stringify(asked), PAUSE_MS);
  const found = useQuery(similarOptions(JSON.parse(text) as SimilarBody | null)).data?.items ?? [];
  return (
    <div role="status">
      {asked && found.length > 0 && (
        <Alert color="gray" title={t('similar.title')} icon={<IconCopy aria-hidden />}>
          <Stack gap="xs">
            {found.map((each) => (
              <Similar key={each.id} of={each} />
            ))}
            <Text size="sm">{t('similar.hint')}</Text>
          </Stack>
        </Alert>
      )}
    </div>
  );
}

function Similar({ of }: { of: SimilarCase }) {
  const { t } = useTranslation();
  return (
    <div>
      <TextLink to="/vu-viec/$id" params={{ id: of.id }} target="_blank" fw={600}>
        {of.number}
        <VisuallyHidden> ({t('similar.newTab')})</VisuallyHidden>
      </TextLink>
      <Text span size="sm">
        {' '}
        {of.reasons.map((reason) => t(`similar.${reason}`)).join(', ')}
      </Text>
      <Text size="sm" lineClamp={2}>
        {of.subject}
      </Text>
    </div>
  );
}
