import { Radio, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../parts/dates';
import { common, type FieldProps } from './field-props';
import { CHOICE_WORDS, type ChoiceKind, OFFERS } from './offers';

interface Option {
  value: string;
  label: string;
}

function Choice({ options, ...props }: FieldProps & { options: Option[] }) {
  return (
    <Select
      {...common(props)}
      data={options}
      allowDeselect={false}
      value={String(props.value) || null}
      onChange={(value) => props.onChange(value ?? '')}
    />
  );
}

/** A select with the words of one kind that fit the case. */
export const choiceOf = (kind: ChoiceKind) =>
  function WordChoice(props: FieldProps) {
    const { t } = useTranslation();
    const options = OFFERS[kind](props.of).map((value) => ({ value, label: CHOICE_WORDS[kind](t, value) }));
    return <Choice {...props} options={options} />;
  };

/** The dates under which the chosen act stands in the record. */
export function RecordedDateChoice(props: FieldProps) {
  const format = useFormat();
  const dates = props.of.correctable.filter(({ act }) => act === props.values.act).map(({ on }) => on);
  return <Choice {...props} options={dates.map((value) => ({ value, label: format.date(value) }))} />;
}

export function ScopeChoice(props: FieldProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group {...common(props)} value={String(props.value)} onChange={props.onChange}>
      <Stack gap="xs" mt="xs">
        <Radio value="whole" label={t('withdrawals.whole')} />
        <Radio value="part" label={t('withdrawals.part')} />
      </Stack>
    </Radio.Group>
  );
}

/** Yes or no, said in full; neither is chosen beforehand, for a person answers for it. */
export function VerdictChoice(props: FieldProps) {
  const { t } = useTranslation();
  const name = props.name as 'known';
  return (
    <Radio.Group
      {...common(props)}
      value={String(props.value)}
      onChange={(value) => props.onChange(value === 'true')}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="true" label={t(`verdicts.${name}_yes`)} />
        <Radio value="false" label={t(`verdicts.${name}_no`)} />
      </Stack>
    </Radio.Group>
  );
}
