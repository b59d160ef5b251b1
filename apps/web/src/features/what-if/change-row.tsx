import { ActionIcon, Group, Select, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WhatIfRules } from '#contract';
import { DateField } from '../../parts/date-field';
import type { Change } from './changes';
import { LadderFields } from './ladder-fields';
import { LimitFields } from './limit-fields';
import styles from './what-if.module.css';

interface ChangeRowProps {
  rules: WhatIfRules;
  change: Change;
  place: number;
  error: string | undefined;
  onChange: (change: Change) => void;
  onRemove: () => void;
}

/** One supposition: a limit, a ladder or a day of the calendar, and what is wrong with it. */
export function ChangeRow({ rules, change, place, error, onChange, onRemove }: ChangeRowProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.change} data-wrong={error ? true : undefined}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} size="sm">
          {t('whatIf.change', { place, kind: t(`whatIf.kinds.${change.kind}`) })}
        </Text>
        <ActionIcon variant="subtle" size={36} aria-label={t('whatIf.remove', { place })} onClick={onRemove}>
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <Stack gap="sm">
        {change.kind === 'limit' && <LimitFields rules={rules} change={change} onChange={onChange} />}
        {change.kind === 'ladder' && <LadderFields rules={rules} change={change} onChange={onChange} />}
        {change.kind === 'day' && <DayFields change={change} onChange={onChange} />}
        {error && (
          <Text size="sm" className={styles.error} role="alert">
            {error}
          </Text>
        )}
      </Stack>
    </div>
  );
}

function DayFields(props: { change: Extract<Change, { kind: 'day' }>; onChange: (change: Change) => void }) {
  const { t } = useTranslation();
  const { change, onChange } = props;
  return (
    <div className={styles.fields}>
      <DateField
        label={t('whatIf.date')}
        isFutureAllowed
        value={change.date}
        onChange={(date) => onChange({ ...change, date })}
      />
      <Select
        label={t('whatIf.day')}
        data={(['off', 'working'] as const).map((value) => ({ value, label: t(`whatIf.days.${value}`) }))}
        allowDeselect={false}
        value={change.day}
        onChange={(day) => onChange({ ...change, day: day as 'off' | 'working' })}
      />
    </div>
  );
}
