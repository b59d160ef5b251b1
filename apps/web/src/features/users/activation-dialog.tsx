import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StaffView } from '#contract';
import { useSaveStaff } from '../../api/organisation';
import { Dialog } from '../../parts/dialog';
import { Failure } from '../../parts/states';
import { tell } from '../../parts/tell';

/** Asks once more before a person loses, or gets back, the right to sign in. */
export function ActivationDialog({ user, onClose }: { user: StaffView; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveStaff();
  const word = t(user.isActive ? 'users.deactivate' : 'users.activate');
  const submit = () =>
    save.mutate(
      { id: user.id, body: { isActive: !user.isActive } },
      {
        onSuccess: () => {
          tell(word, user.name);
          onClose();
        },
      },
    );
  return (
    <Dialog onClose={onClose} title={word}>
      <Stack>
        {save.error && <Failure error={save.error} />}
        <Text>{t(user.isActive ? 'users.deactivateText' : 'users.activateText', { name: user.name })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('actions.cancel')}
          </Button>
          <Button loading={save.isPending} onClick={submit}>
            {word}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
