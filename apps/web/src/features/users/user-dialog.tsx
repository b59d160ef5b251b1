import { PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type StaffView, staffBody, staffPatch } from '#contract';
import { ROLES, type Role } from '#domain';
import { type StaffBody, useSaveStaff } from '../../api/organisation';
import { AgencySelect } from '../../parts/agency-select';
import { Dialog, DialogButtons } from '../../parts/dialog';
import { Failure } from '../../parts/states';
import { tell } from '../../parts/tell';
import { errorsOf, serverErrorsOf } from '../../parts/validation';

interface UserValues {
  name: string;
  email: string;
  role: Role;
  agencyCode: string;
  password: string;
}

/** Adds a member of staff, or changes the role and office of one. */
export function UserDialog({ user, onClose }: { user: StaffView | null; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveStaff();
  const form = useForm<UserValues>({
    initialValues: {
      name: user?.name ?? '',
      email: user?.email ?? '',
      role: user?.role ?? 'agencyOfficer',
      agencyCode: user?.agencyCode ?? '',
      password: '',
    },
    validate: (values) => errorsOf(user ? staffPatch : staffBody, bodyOf(values, user), t),
  });
  const submit = (values: UserValues) => {
    const body = bodyOf(values, user);
    save.mutate(user ? { id: user.id, body } : { id: null, body: body as StaffBody }, {
      onError: (error) => form.setErrors(serverErrorsOf(error)),
      onSuccess: () => {
        tell(t('users.saved'), values.name);
        onClose();
      },
    });
  };
  return (
    <Dialog onClose={onClose} title={t(user ? 'users.editTitle' : 'users.add')}>
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Stack>
          {save.error && <Failure error={save.error} />}
          <UserFields form={form} isNew={user === null} />
          <DialogButtons submit={t('actions.save')} isBusy={save.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}

function UserFields({ form, isNew }: { form: UseFormReturnType<UserValues>; isNew: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('fields.fullName')}
        withAsterisk
        data-autofocus
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      {isNew && (
        <TextInput
          label={t('fields.email')}
          type="email"
          withAsterisk
          autoComplete="off"
          {...form.getInputProps('email')}
        />
      )}
      <Select
        label={t('fields.role')}
        data={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('role')}
      />
      <AgencySelect label={t('users.agency')} {...form.getInputProps('agencyCode')} />
      {isNew && (
        <PasswordInput
          label={t('users.firstPassword')}
          description={t('password.hint')}
          withAsterisk
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          {...form.getInputProps('password')}
        />
      )}
    </>
  );
}

function bodyOf({ email, password, ...values }: UserValues, user: StaffView | null) {
  const body = { name: values.name, role: values.role, agencyCode: values.agencyCode || null };
  return user ? body : { ...body, email: email.trim(), password };
}
