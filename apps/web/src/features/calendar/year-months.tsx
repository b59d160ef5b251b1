import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CalendarView } from '#contract';
import { useFormat } from '../../parts/dates';
import { Section } from '../../parts/states';
import styles from './calendar.module.css';
import { byMonth } from './months';

type Year = CalendarView['years'][number];

interface YearMonthsProps {
  year: Year;
  /** A day past this one is provisional, whatever the year. */
  validThrough: string;
}

/** The days of a year that differ from the plain week, month by month; months without any are left out. */
export function YearMonths({ year, validThrough }: YearMonthsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.months}>
      {byMonth(year.days).map(({ month, days }) => (
        <Section
          key={month}
          id={`month-${year.year}-${month}`}
          title={t(`calendar.months.${String(month) as '1'}`, { year: year.year })}
        >
          <ul className={styles.days}>
            {days.map((day) => (
              <Day
                key={`${day.kind} ${day.date}`}
                day={day}
                isProvisional={year.provisional || day.date > validThrough}
              />
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}

function Day({ day, isProvisional }: { day: Year['days'][number]; isProvisional: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOff = day.kind === 'dayOff';
  return (
    <li className={styles.day}>
      <time dateTime={day.date} className={styles.date}>
        {format.date(day.date)}
        <span className={styles.weekday}>{format.weekday(day.date)}</span>
      </time>
      <div>
        <Badge
          color={isOff ? 'seal' : 'ink'}
          variant="light"
          className="badge"
          data-tone={isOff ? 'seal' : 'ink'}
        >
          {t(`calendar.kinds.${day.kind}`)}
        </Badge>{' '}
        {isProvisional && (
          <Badge color="orange" variant="light" className="badge" data-tone="orange">
            {t('calendar.provisional')}
          </Badge>
        )}
        <Text size="sm">{day.name}</Text>
        {day.swapped && (
          <Text size="sm" c="dimmed">
            {t('calendar.swapped')}
          </Text>
        )}
        {day.decree && (
          <Text size="sm" c="dimmed">
            {t('calendar.byDecree', { number: day.decree })}
          </Text>
        )}
      </div>
    </li>
  );
}
