import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Role } from '#domain';
import { deadlineLinkOptions, useRenewDeadlineLink } from '../../api/calendar';
import { Answer, Failure, Section } from '../../parts/states';
import { tell } from '../../parts/tell';
import { Address } from './address';

interface AgencyFeedProps {
  agencyCode: string;
  agencyName: string;
  role: Role;
}

/** The deadlines of one's own agency in a calendar program: numbers and dates under an address that is a key. */
export function AgencyFeed({ agencyCode, agencyName, role }: AgencyFeedProps) {
  const { t } = useTranslation();
  const link = useQuery(deadlineLinkOptions(agencyCode));
  const renew = useRenewDeadlineLink(agencyCode);
  const mayRenew = role === 'agencyHead' || role === 'coordinationOffice';
  return (
    <Section id="agency-feed" title={t('calendar.agencyFeed.title', { agency: agencyName })}>
      <Text size="sm">{t('calendar.agencyFeed.text')}</Text>
      <Answer query={link}>{({ url }) => <Address url={url} />}</Answer>
      {renew.error && <Failure error={renew.error} />}
      {mayRenew && (
        <Button
          size="xs"
          variant="default"
          loading={renew.isPending}
          onClick={() => renew.mutate(undefined, { onSuccess: () => tell(t('calendar.agencyFeed.renewed')) })}
        >
          {t('calendar.agencyFeed.renew')}
        </Button>
      )}
    </Section>
  );
}
