import { Select, Stack, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type AgencyView, agencyBody, agencyPatch } from '#contract';
import { type AgencyBody, useSaveAgency } from '../../api/organisation';
import { AgencySelect } from '../../parts/agency-select';
import { DateField } from '../../parts/date-field';
import { Dialog, DialogButtons } from '../../parts/dialog';
import { Failure } from '../../parts/states';
import { tell } from '../../parts/tell';
import { errorsOf, serverErrorsOf } from '../../parts/validation';

const KINDS = agencyBody.shape.kind.options;

interface UnitValues {
  code: string;
  name: string;
  kind: string;
  parentCode: string;
  email: string;
  validTo: string;
  note: string;
}

/** Adds an office or changes one; its code stays for good. */
export function UnitDialog({ unit, onClose }: { unit: AgencyView | null; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveAgency();
  const form = useForm<UnitValues>({
    initialValues: {
      code: unit?.code ?? '',
      name: unit?.name ?? '',
      kind: unit?.kind ?? 'department',
      parentCode: unit?.parentCode ?? '',
      email: unit?.email ?? '',
      validTo: unit?.validTo ?? '',
      note: unit?.note ?? '',
    },
    validate: (values) => errorsOf(unit ? agencyPatch : agencyBody, bodyOf(values, unit), t),
  });
  const submit = (values: UnitValues) => {
    const body = bodyOf(values, unit);
    save.mutate(unit ? { code: unit.code, body } : { code: null, body: body as AgencyBody }, {
      onError: (error) => form.setErrors(serverErrorsOf(error)),
      onSuccess: () => {
        tell(t('units.saved'), values.name);
        onClose();
      },
    });
  };
  return (
    <Dialog onClose={onClose} title={t(unit ? 'units.editTitle' : 'units.add')}>
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Stack>
          {save.error && <Failure error={save.error} />}
          <UnitFields form={form} isNew={unit === null} />
          <DialogButtons submit={t('actions.save')} isBusy={save.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}

function UnitFields({ form, isNew }: { form: UseFormReturnType<UnitValues>; isNew: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput label={t('units.name')} withAsterisk data-autofocus {...form.getInputProps('name')} />
      {isNew && (
        <TextInput
          label={t('units.code')}
          description={t('units.codeHint')}
          withAsterisk
          {...form.getInputProps('code')}
        />
      )}
      <Select
        label={t('units.kind')}
        data={KINDS.map((value) => ({ value, label: t(`unitKinds.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('kind')}
      />
      <AgencySelect label={t('units.parent')} {...form.getInputProps('parentCode')} />
      <TextInput
        label={t('units.email')}
        description={t('units.emailHint')}
        type="email"
        {...form.getInputProps('email')}
      />
      {!isNew && (
        <DateField
          label={t('units.validTo')}
          description={t('units.validToHint')}
          isFutureAllowed
          {...form.getInputProps('validTo')}
        />
      )}
      <Textarea label={t('fields.note')} autosize {...form.getInputProps('note')} />
    </>
  );
}

function bodyOf({ code, ...values }: UnitValues, unit: AgencyView | null) {
  const body = {
    name: values.name,
    kind: values.kind as AgencyBody['kind'],
    parentCode: values.parentCode || null,
    email: values.email.trim() || null,
    validTo: values.validTo || null,
    note: values.note.trim() || null,
  };
  return unit ? body : { ...body, code };
}
