import { Alert, Select, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarView, MeView } from '#contract';
import { calendarOptions } from '../../api/calendar';
import { meOptions } from '../../api/session';
import { useFormat } from '../../parts/dates';
import { Page } from '../../parts/page';
import { Answer } from '../../parts/states';
import { useLanguage } from '../../parts/use-language';
import { AgencyFeed } from './agency-feed';
import { CalendarFeed } from './calendar-feed';
import { Decrees } from './decrees';
import { YearMonths } from './year-months';

type Year = CalendarView['years'][number];

/** The working calendar for everybody: days off and made-up working days with their papers; decrees for those who decide. */
export function CalendarPage() {
  const { t } = useTranslation();
  const query = useQuery(calendarOptions);
  const { data: me } = useQuery(meOptions);
  return (
    <Page title={t('calendar.title')} lead={t('calendar.lead')}>
      <Answer query={query}>{(calendar) => <Found calendar={calendar} me={me ?? null} />}</Answer>
    </Page>
  );
}

function Found({ calendar, me }: { calendar: CalendarView; me: MeView | null }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const thisYear = calendar.today.slice(0, 4);
  const shown = chosen ?? thisYear;
  const year = calendar.years.find((each) => String(each.year) === shown) ?? calendar.years.at(-1);
  const readsDecrees =
    me && (me.role === 'administrator' || me.role === 'supervisor' || me.role === 'coordinationOffice');
  return (
    <Stack gap="lg">
      <Select
        label={t('calendar.year')}
        maw={200}
        allowDeselect={false}
        data={calendar.years.map((each) => String(each.year))}
        value={year ? String(year.year) : null}
        onChange={setChosen}
      />
      {year && <OneYear year={year} calendar={calendar} />}
      <CalendarFeed />
      {me?.agencyCode && me.role !== 'administrator' && (
        <AgencyFeed agencyCode={me.agencyCode} agencyName={me.agencyName ?? me.agencyCode} role={me.role} />
      )}
      {readsDecrees && <Decrees calendar={calendar} role={me.role} />}
    </Stack>
  );
}

function OneYear({ year, calendar }: { year: Year; calendar: CalendarView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const { validThrough, edition } = calendar;
  const endsEarly = !year.provisional && validThrough < `${year.year}-12-31`;
  return (
    <Stack gap="md">
      {year.provisional && (
        <Alert
          color="orange"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('calendar.provisionalTitle', { year: year.year })}
        >
          {t('calendar.provisionalText')}
        </Alert>
      )}
      {endsEarly && (
        <Alert
          color="orange"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('calendar.knownThrough', { date: format.date(validThrough) })}
        >
          {t('calendar.provisionalText')}
        </Alert>
      )}
      <div>
        <Text>{year.decree}</Text>
        <Text size="sm" c="dimmed">
          {year.source[language]}
        </Text>
        <Text size="sm" c="dimmed">
          {t('calendar.edition', { edition, through: format.date(validThrough) })}
        </Text>
      </div>
      <YearMonths year={year} validThrough={validThrough} />
    </Stack>
  );
}
