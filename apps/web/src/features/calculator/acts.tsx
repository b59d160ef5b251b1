import { ActionIcon, Button, Fieldset, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerAct } from '#contract';
import { DateField } from '../../parts/date-field';
import styles from './calculator.module.css';
import { likelyAfter } from './choices';
import type { Act } from './search';

interface ActsProps {
  acts: Act[];
  /** What the law lets happen to the chosen limit. */
  offered: LedgerAct[];
  /** What the server found wrong, by paths such as `ledger.0.on`. */
  errors: Record<string, string>;
  onChange: (acts: Act[]) => void;
}

/** What happened since the start, one row each, in the order of time. */
export function Acts({ acts, offered, errors, onChange }: ActsProps) {
  const { t } = useTranslation();
  const add = useRef<HTMLButtonElement>(null);
  const next = likelyAfter(acts.at(-1)?.type, offered);
  if (offered.length === 0 && acts.length === 0) return null;
  const remove = (index: number) => {
    onChange(acts.toSpliced(index, 1));
    add.current?.focus();
  };
  return (
    <Fieldset mx={0} legend={t('calculator.acts')} p="sm">
      <Stack gap="sm" align="stretch">
        {acts.length === 0 && <Text size="sm">{t('calculator.noActs')}</Text>}
        {acts.map((act, index) => (
          <ActRow
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place.
            key={index}
            act={act}
            place={index + 1}
            offered={offered}
            error={
              errors[`ledger.${index}.on`] ?? errors[`ledger.${index}.type`] ?? errors[`ledger.${index}`]
            }
            onChange={(changed) => onChange(acts.with(index, changed))}
            onRemove={() => remove(index)}
          />
        ))}
        {next && (
          <div>
            <Button
              ref={add}
              variant="default"
              size="sm"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => onChange([...acts, { type: next, on: '' }])}
            >
              {t('calculator.addAct')}
            </Button>
          </div>
        )}
      </Stack>
    </Fieldset>
  );
}

interface ActRowProps {
  act: Act;
  place: number;
  offered: LedgerAct[];
  error: string | undefined;
  onChange: (act: Act) => void;
  onRemove: () => void;
}

function ActRow({ act, place, offered, error, onChange, onRemove }: ActRowProps) {
  const { t } = useTranslation();
  const types = offered.includes(act.type) ? offered : [...offered, act.type];
  return (
    <div className={styles.act}>
      <Select
        label={t('calculator.act', { place })}
        data={types.map((value) => ({ value, label: t(`calculator.actTypes.${value}`) }))}
        allowDeselect={false}
        value={act.type}
        onChange={(type) => onChange({ ...act, type: type as LedgerAct })}
      />
      <DateField
        label={t('calculator.actOn', { place })}
        isFutureAllowed
        error={error}
        value={act.on}
        onChange={(on) => onChange({ ...act, on })}
      />
      <ActionIcon
        className={styles.remove}
        variant="subtle"
        size={36}
        aria-label={t('calculator.removeAct', { place })}
        onClick={onRemove}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </div>
  );
}
