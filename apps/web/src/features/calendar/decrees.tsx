import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarView, DecreeView } from '#contract';
import type { Role } from '#domain';
import { decreesOptions } from '../../api/calendar';
import { Answer, Empty } from '../../parts/states';
import { DecreeCard } from './decree-card';
import { DecreeForm } from './decree-form';

interface DecreesProps {
  calendar: CalendarView;
  role: Role;
}

/** The decrees behind the calendar: drafted, looked at, applied and retracted by administrators, read by supervision. */
export function Decrees({ calendar, role }: DecreesProps) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<DecreeView | 'new' | null>(null);
  const query = useQuery(decreesOptions);
  const isAdministrator = role === 'administrator';
  return (
    <Stack component="section" gap="md" aria-labelledby="decrees">
      <Group justify="space-between">
        <Title order={2} id="decrees">
          {t('calendar.decrees.title')}
        </Title>
        {isAdministrator && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new')}>
            {t('calendar.decrees.add')}
          </Button>
        )}
      </Group>
      <Text c="dimmed">{t('calendar.decrees.lead')}</Text>
      <Answer query={query}>
        {(decrees) =>
          decrees.length === 0 ? (
            <Empty title={t('calendar.decrees.emptyTitle')} hint={t('calendar.decrees.emptyHint')} />
          ) : (
            decrees.map((decree) => (
              <DecreeCard key={decree.id} decree={decree} role={role} onEdit={() => setEdited(decree)} />
            ))
          )
        }
      </Answer>
      {edited && (
        <DecreeForm
          decree={edited === 'new' ? null : edited}
          calendar={calendar}
          onClose={() => setEdited(null)}
        />
      )}
    </Stack>
  );
}
