import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WhatIfCase } from '#contract';
import { meOptions } from '../../api/session';
import { TextLink } from '../../app/links';
import { type Column, DataTable } from '../../parts/data-table';
import { useFormat } from '../../parts/dates';
import { useLanguage } from '../../parts/use-language';
import { Change } from './figures';

type Clock = WhatIfCase['clocks'][number];

/** The cases that would have gone otherwise: days, lateness and level as they were and would have been. */
export function CaseTable({ rows }: { rows: WhatIfCase[] }) {
  const { t } = useTranslation();
  const lateness = (isLate: boolean) => t(isLate ? 'whatIf.late' : 'whatIf.inTime');
  const columns: Column<WhatIfCase>[] = [
    { key: 'case', header: t('list.case'), heading: true, cell: (row) => <CaseName of={row} /> },
    {
      key: 'agency',
      header: t('list.agency'),
      minWidth: '8rem',
      cell: (row) => row.agencyName ?? row.agencyCode,
    },
    {
      key: 'dates',
      header: t('whatIf.dates'),
      minWidth: '16rem',
      cell: (row) => <Dates of={row} />,
    },
    {
      key: 'late',
      header: t('whatIf.lateness'),
      minWidth: '8rem',
      cell: ({ late }) => late && <Change was={lateness(late.was)} would={lateness(late.would)} />,
    },
    {
      key: 'level',
      header: t('whatIf.level'),
      cell: ({ level }) =>
        level && (
          <Change
            was={t('whatIf.levelOf', { level: level.was })}
            would={t('whatIf.levelOf', { level: level.would })}
          />
        ),
    },
  ];
  return <DataTable label={t('whatIf.differing')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

/** An administrator reads no case, so the number leads nowhere. */
export function CaseName({ of: { id, number, procedure } }: { of: WhatIfCase }) {
  const { t } = useTranslation();
  const me = useQuery(meOptions);
  return (
    <Stack gap={2}>
      {me.data?.role === 'administrator' ? (
        <strong className="number">{number}</strong>
      ) : (
        <TextLink to="/vu-viec/$id" params={{ id }} fw={600} className="number">
          {number}
        </TextLink>
      )}
      <Text size="sm">{t(`procedures.${procedure}`)}</Text>
    </Stack>
  );
}

function Dates({ of: { clocks, refused } }: { of: WhatIfCase }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Stack gap={4}>
      {clocks.map((clock) => (
        <ClockDates key={`${clock.clock} ${clock.startedOn} ${clock.was?.due}`} of={clock} />
      ))}
      {refused.length > 0 && (
        <div>
          <Text size="sm" fw={600}>
            {t('whatIf.refusedActs')}
          </Text>
          <List size="sm">
            {refused.map(({ seq, command, message }) => (
              <List.Item key={seq}>
                {t(`commands.${command as 'accept'}`)}: {message[language]}
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </Stack>
  );
}

function ClockDates({ of: { clock, startedOn, was, would } }: { of: Clock }) {
  const { t } = useTranslation();
  const format = useFormat();
  const dueOf = (standing: Clock['was']) => {
    if (!standing) return t('whatIf.notRun');
    return standing.due ? format.date(standing.due) : t('whatIf.paused');
  };
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t('whatIf.clockOf', { clock: t(`clocks.${clock}`), on: format.date(startedOn) })}
      </Text>
      <Change was={dueOf(was)} would={dueOf(would)} />
    </div>
  );
}
