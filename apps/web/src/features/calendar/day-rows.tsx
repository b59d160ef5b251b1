import { ActionIcon, Button, Checkbox, Fieldset, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../parts/date-field';
import styles from './calendar.module.css';
import type { DecreeFormState, DecreeValues } from './decree-values';

type ListName = 'daysOff' | 'workingDays' | 'takenOut';

/** The three lists of a paper: days off, made-up working days, days the calendar held by mistake. */
export function DayRows({ form }: { form: DecreeFormState }) {
  return (
    <>
      <DayList form={form} name="daysOff" blank={{ date: '', name: '', swapped: false }}>
        {(index) => <DayOffFields form={form} index={index} />}
      </DayList>
      <DayList form={form} name="workingDays" blank={{ date: '', reason: '' }}>
        {(index) => <WorkingDayFields form={form} index={index} />}
      </DayList>
      <DayList form={form} name="takenOut" blank="">
        {(index) => <TakenOutField form={form} index={index} />}
      </DayList>
    </>
  );
}

interface DayListProps {
  form: DecreeFormState;
  name: ListName;
  /** A row that is not filled in yet. */
  blank: DecreeValues[ListName][number];
  children: (index: number) => ReactNode;
}

function DayList({ form, name, blank, children }: DayListProps) {
  const { t } = useTranslation();
  const rows = form.values[name];
  const add = useRef<HTMLButtonElement>(null);
  const remove = (index: number) => {
    form.removeListItem(name, index);
    add.current?.focus();
  };
  return (
    <Fieldset mx={0} p="sm" legend={t(`calendar.fields.${name}`)}>
      <Stack gap="sm" align="stretch">
        <Text size="sm" c="dimmed">
          {t(`calendar.hints.${name}`)}
        </Text>
        {rows.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place.
          <div key={index} className={styles.row}>
            {children(index)}
            <ActionIcon
              className={styles.remove}
              variant="subtle"
              size={36}
              aria-label={t('calendar.form.remove', { place: index + 1, list: t(`calendar.fields.${name}`) })}
              onClick={() => remove(index)}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <div>
          <Button
            ref={add}
            variant="default"
            size="sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => form.insertListItem(name, blank)}
          >
            {t(`calendar.form.add.${name}`)}
          </Button>
        </div>
      </Stack>
    </Fieldset>
  );
}

interface RowProps {
  form: DecreeFormState;
  index: number;
}

function RowDate({ form, path, index }: RowProps & { path: string }) {
  const { t } = useTranslation();
  return (
    <DateField
      label={t('calendar.form.date', { place: index + 1 })}
      isFutureAllowed
      {...form.getInputProps(path)}
    />
  );
}

function DayOffFields({ form, index }: RowProps) {
  const { t } = useTranslation();
  return (
    <>
      <RowDate form={form} index={index} path={`daysOff.${index}.date`} />
      <Stack gap={6} className={styles.words}>
        <TextInput
          label={t('calendar.form.name', { place: index + 1 })}
          {...form.getInputProps(`daysOff.${index}.name`)}
        />
        <Checkbox
          label={t('calendar.swapped')}
          {...form.getInputProps(`daysOff.${index}.swapped`, { type: 'checkbox' })}
        />
      </Stack>
    </>
  );
}

function WorkingDayFields({ form, index }: RowProps) {
  const { t } = useTranslation();
  return (
    <>
      <RowDate form={form} index={index} path={`workingDays.${index}.date`} />
      <TextInput
        className={styles.words}
        label={t('calendar.form.reason', { place: index + 1 })}
        {...form.getInputProps(`workingDays.${index}.reason`)}
      />
    </>
  );
}

function TakenOutField({ form, index }: RowProps) {
  return (
    <>
      <RowDate form={form} index={index} path={`takenOut.${index}`} />
      <span className={styles.words} />
    </>
  );
}
