import { Button, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconLogout, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MeView } from '#contract';
import { useSignOut } from '../api/session';
import { OwnPasswordDialog } from '../features/users/password-dialog';

/** Who is signed in, in which office, and the way out. */
export function PersonMenu({ me }: { me: MeView }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const [isChanging, { open, close }] = useDisclosure();
  const leave = () =>
    signOut.mutate(undefined, { onSettled: () => void navigate({ to: '/dang-nhap', search: {} }) });
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button
            variant="subtle"
            px="xs"
            aria-label={t('app.account', { name: me.name })}
            leftSection={<IconUser size={20} aria-hidden />}
          >
            <Text span size="sm" fw={600} visibleFrom="md" truncate maw={180}>
              {me.name}
            </Text>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <div className="person">
            <Text fw={600}>{me.name}</Text>
            <Text size="sm">{t(`roles.${me.role}`)}</Text>
            <Text size="sm" c="dimmed">
              {me.agencyName}
            </Text>
          </div>
          <Menu.Divider />
          <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={open}>
            {t('password.change')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={leave}>
            {t('actions.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isChanging && <OwnPasswordDialog onClose={close} />}
    </>
  );
}
