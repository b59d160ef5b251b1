import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CALENDAR_FEED } from '../../api/calendar';
import { Section } from '../../parts/states';
import { Address } from './address';

/** How to have the calendar in one's own calendar program. */
export function CalendarFeed() {
  const { t } = useTranslation();
  const url = `${window.location.origin}${CALENDAR_FEED}`;
  return (
    <Section id="calendar-feed" title={t('calendar.feed.title')}>
      <Text size="sm">{t('calendar.feed.text')}</Text>
      <Address url={url} />
      <Anchor href={CALENDAR_FEED} size="sm" underline="always" download="lich-lam-viec.ics">
        {t('calendar.feed.download')}
      </Anchor>
    </Section>
  );
}
