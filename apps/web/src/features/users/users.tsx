import { Badge, Button, Group, Text, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffView } from '#contract';
import { staffOptions } from '../../api/organisation';
import { useMe } from '../../app/session';
import { type Column, DataTable } from '../../parts/data-table';
import { matches } from '../../parts/fold';
import { SteppedList } from '../../parts/list-end';
import { Page } from '../../parts/page';
import { RowButton } from '../../parts/row-button';
import { Answer, Empty } from '../../parts/states';
import { ActivationDialog } from './activation-dialog';
import { ResetPasswordDialog } from './password-dialog';
import { UserDialog } from './user-dialog';

type Opened =
  | { dialog: 'edit'; user: StaffView | null }
  | { dialog: 'activation' | 'password'; user: StaffView };

/** Who may sign in, in which role and office. */
export function Users() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const query = useQuery(staffOptions);
  return (
    <Page
      title={t('screens.users')}
      actions={
        <Button
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setOpened({ dialog: 'edit', user: null })}
        >
          {t('users.add')}
        </Button>
      }
    >
      <TextInput
        type="search"
        maw={420}
        label={t('users.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Answer query={query}>
        {(staff) => (
          <UserTable staff={staff.filter((user) => matches(searchedText(user), typed))} onOpen={setOpened} />
        )}
      </Answer>
      {opened?.dialog === 'edit' && <UserDialog user={opened.user} onClose={close} />}
      {opened?.dialog === 'password' && <ResetPasswordDialog user={opened.user} onClose={close} />}
      {opened?.dialog === 'activation' && <ActivationDialog user={opened.user} onClose={close} />}
    </Page>
  );
}

/** The part of an address after @ is everybody's. */
const searchedText = ({ name, email, agencyName }: StaffView) =>
  [name, email.split('@')[0], agencyName].join(' ');

interface UserTableProps {
  staff: StaffView[];
  onOpen: (opened: Opened) => void;
}

function UserTable({ staff, onOpen }: UserTableProps) {
  const { t } = useTranslation();
  if (staff.length === 0) return <Empty title={t('users.emptyTitle')} hint={t('users.emptyHint')} />;
  const columns: Column<StaffView>[] = [
    { key: 'name', header: t('fields.fullName'), heading: true, cell: (user) => <UserName of={user} /> },
    { key: 'email', header: t('fields.email'), cell: (user) => user.email },
    { key: 'role', header: t('fields.role'), cell: (user) => t(`roles.${user.role}`) },
    { key: 'agency', header: t('users.agency'), cell: (user) => user.agencyName ?? '–' },
    {
      key: 'actions',
      header: t('list.actions'),
      heading: true,
      cell: (user) => <UserButtons of={user} onOpen={onOpen} />,
    },
  ];
  return (
    <SteppedList items={staff}>
      {(shown) => (
        <DataTable label={t('screens.users')} columns={columns} rows={shown} rowKey={(user) => user.id} />
      )}
    </SteppedList>
  );
}

function UserName({ of }: { of: StaffView }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Text fw={600} size="sm">
        {of.name}
      </Text>
      {!of.isActive && (
        <Badge color="gray" data-tone="gray" className="badge">
          {t('users.inactive')}
        </Badge>
      )}
    </Group>
  );
}

function UserButtons({ of, onOpen }: { of: StaffView; onOpen: (opened: Opened) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const { name } = of;
  const activation = of.isActive ? 'deactivate' : 'activate';
  return (
    <Group gap="xs">
      <RowButton
        text={t('actions.edit')}
        label={t('users.editOf', { name })}
        onClick={() => onOpen({ dialog: 'edit', user: of })}
      />
      <RowButton
        text={t('password.reset')}
        label={t('password.resetOf', { name })}
        onClick={() => onOpen({ dialog: 'password', user: of })}
      />
      {of.id !== me.id && (
        <RowButton
          text={t(`users.${activation}`)}
          label={t(`users.${activation}Of`, { name })}
          onClick={() => onOpen({ dialog: 'activation', user: of })}
        />
      )}
    </Group>
  );
}
