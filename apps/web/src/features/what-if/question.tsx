import { Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { IconPlayerPlay, IconPlus } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhatIfRules } from '#contract';
import type { WhatIfQuestion } from '../../api/what-if';
import { AgencySelect } from '../../parts/agency-select';
import { DateField } from '../../parts/date-field';
import { today } from '../../parts/dates';
import { ChangeRow } from './change-row';
import { blankChange, type Change, type ChangeKind, changesOf, isWhole } from './changes';
import styles from './what-if.module.css';

interface QuestionProps {
  rules: WhatIfRules;
  /** What the server found wrong, by paths such as `changes.limits.0`. */
  errors: Record<string, string>;
  isBusy: boolean;
  onAsk: (question: WhatIfQuestion) => void;
}

/** The period, the agency and what is supposed; nothing supposed examines the record itself. */
export function Question({ rules, errors, isBusy, onAsk }: QuestionProps) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(`${today().slice(0, 4)}-01-01`);
  const [to, setTo] = useState(today());
  const [agencyCode, setAgency] = useState('');
  const [changes, setChanges] = useState<Change[]>([]);
  const [isTried, setTried] = useState(false);
  const missing = (value: string) => (isTried && !value ? t('validation.required') : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!from || !to || !changes.every(isWhole)) return;
    onAsk({ from, to, ...(agencyCode && { agencyCode }), changes: changesOf(changes) });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <div className={styles.period}>
          <DateField
            label={t('whatIf.from')}
            withAsterisk
            error={errors.from ?? missing(from)}
            value={from}
            onChange={setFrom}
          />
          <DateField
            label={t('whatIf.to')}
            withAsterisk
            error={errors.to ?? missing(to)}
            value={to}
            onChange={setTo}
          />
          <AgencySelect label={t('whatIf.agency')} value={agencyCode} onChange={setAgency} />
        </div>
        <Changes rules={rules} changes={changes} errors={errors} isTried={isTried} onChange={setChanges} />
        <Group>
          <Button type="submit" loading={isBusy} leftSection={<IconPlayerPlay size={18} aria-hidden />}>
            {t(changes.length === 0 ? 'whatIf.audit' : 'whatIf.run')}
          </Button>
          {isBusy && (
            <Text size="sm" role="status">
              {t('whatIf.running')}
            </Text>
          )}
        </Group>
      </Stack>
    </form>
  );
}

interface ChangesProps {
  rules: WhatIfRules;
  changes: Change[];
  errors: Record<string, string>;
  isTried: boolean;
  onChange: (changes: Change[]) => void;
}

const KINDS: readonly ChangeKind[] = ['limit', 'ladder', 'day'];
const LISTS = { limit: 'limits', ladder: 'ladders', day: 'calendar' } as const;

function Changes({ rules, changes, errors, isTried, onChange }: ChangesProps) {
  const { t } = useTranslation();
  const first = useRef<HTMLButtonElement>(null);
  const errorOf = (change: Change) => {
    const place = changes.filter(({ kind }) => kind === change.kind).indexOf(change);
    const path = `changes.${LISTS[change.kind]}.${place}`;
    const found = Object.entries(errors).find(([field]) => field === path || field.startsWith(`${path}.`));
    return found?.[1] ?? (isTried && !isWhole(change) ? t('whatIf.incomplete') : undefined);
  };
  return (
    <Fieldset mx={0} p="sm" legend={t('whatIf.changes')}>
      <Stack gap="md" align="stretch">
        {changes.length === 0 && <Text size="sm">{t('whatIf.noChanges')}</Text>}
        {changes.map((change, index) => (
          <ChangeRow
            // biome-ignore lint/suspicious/noArrayIndexKey: changes have no name but their place.
            key={index}
            rules={rules}
            change={change}
            place={index + 1}
            error={errorOf(change)}
            onChange={(changed) => onChange(changes.with(index, changed))}
            onRemove={() => {
              onChange(changes.toSpliced(index, 1));
              first.current?.focus();
            }}
          />
        ))}
        {errors.changes && (
          <Text size="sm" className={styles.error} role="alert">
            {errors.changes}
          </Text>
        )}
        <Group gap="xs">
          {KINDS.map((kind, index) => (
            <Button
              key={kind}
              ref={index === 0 ? first : null}
              variant="default"
              size="sm"
              className="tall-button"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => {
                const blank = blankChange(kind, rules);
                if (blank) onChange([...changes, blank]);
              }}
            >
              {t(`whatIf.add.${kind}`)}
            </Button>
          ))}
        </Group>
      </Stack>
    </Fieldset>
  );
}
