import { Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type CalendarView, type DecreeView, decreeBody } from '#contract';
import { useSaveDecree } from '../../api/calendar';
import { DateField } from '../../parts/date-field';
import { Dialog, DialogButtons } from '../../parts/dialog';
import { Failure } from '../../parts/states';
import { tell } from '../../parts/tell';
import { errorsOf, serverErrorsOf } from '../../parts/validation';
import { DayRows } from './day-rows';
import { bodyOf, type DecreeFormState, type DecreeValues, valuesOf, yearsToDecide } from './decree-values';

interface DecreeFormProps {
  /** null drafts a new one. */
  decree: DecreeView | null;
  calendar: CalendarView;
  onClose: () => void;
}

/** Enters what a paper decides, or changes a draft. */
export function DecreeForm({ decree, calendar, onClose }: DecreeFormProps) {
  const { t } = useTranslation();
  const save = useSaveDecree();
  const form = useForm<DecreeValues>({
    initialValues: valuesOf(decree),
    validate: (values) => errorsOf(decreeBody, bodyOf(values), t),
  });
  const submit = (values: DecreeValues) =>
    save.mutate(
      { id: decree?.id ?? null, body: bodyOf(values) },
      {
        onError: (error) => form.setErrors(serverErrorsOf(error)),
        onSuccess: () => {
          tell(t('calendar.form.saved'), values.number);
          onClose();
        },
      },
    );
  return (
    <Dialog isWide onClose={onClose} title={t(decree ? 'calendar.form.editTitle' : 'calendar.decrees.add')}>
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Stack>
          {save.error && <Failure error={save.error} />}
          <PaperFields form={form} />
          <DayRows form={form} />
          <ReachFields form={form} calendar={calendar} />
          <DialogButtons submit={t('actions.save')} isBusy={save.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}

function PaperFields({ form }: { form: DecreeFormState }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('calendar.fields.number')}
        description={t('calendar.hints.number')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('number')}
      />
      <DateField label={t('calendar.fields.signedOn')} withAsterisk {...form.getInputProps('signedOn')} />
      <TextInput label={t('calendar.fields.title')} withAsterisk {...form.getInputProps('title')} />
      <TextInput
        label={t('calendar.fields.source')}
        description={t('calendar.hints.source')}
        withAsterisk
        {...form.getInputProps('source')}
      />
    </>
  );
}

function ReachFields({ form, calendar }: { form: DecreeFormState; calendar: CalendarView }) {
  const { t } = useTranslation();
  const years = yearsToDecide(calendar, form.values.officialYears);
  return (
    <>
      <Checkbox.Group
        label={t('calendar.fields.officialYears')}
        description={t('calendar.hints.officialYears')}
        {...form.getInputProps('officialYears')}
      >
        <Group mt="xs">
          {years.map((year) => (
            <Checkbox key={year} value={year} label={year} />
          ))}
        </Group>
      </Checkbox.Group>
      <DateField
        label={t('calendar.fields.validThrough')}
        description={t('calendar.hints.validThrough')}
        isFutureAllowed
        clearable
        {...form.getInputProps('validThrough')}
      />
    </>
  );
}
