import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecreeView } from '#contract';
import { useDecreeAct, useDiscardDecree } from '../../api/calendar';
import { Dialog } from '../../parts/dialog';
import { Failure } from '../../parts/states';
import { tell } from '../../parts/tell';

/** What asks once more before it is done. */
type Confirmed = 'apply' | 'retract' | 'discard';

/** What an administrator can do with a decree where it stands; the server decides. */
export function DecreeActs({ decree, onEdit }: { decree: DecreeView; onEdit: () => void }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Confirmed | null>(null);
  const preview = useDecreeAct();
  const { state } = decree;
  if (state === 'retracted') return null;
  const button = (act: Confirmed) => (
    <Button size="xs" variant={act === 'apply' ? 'filled' : 'default'} onClick={() => setAsked(act)}>
      {t(`calendar.acts.${act}`)}
    </Button>
  );
  return (
    <Stack gap="sm">
      <Group gap="xs">
        {(state === 'draft' || state === 'applied') && (
          <Button
            size="xs"
            variant={state === 'draft' && !decree.preview ? 'filled' : 'default'}
            loading={preview.isPending}
            onClick={() => preview.mutate({ id: decree.id, act: 'preview' })}
          >
            {t(state === 'draft' ? 'calendar.acts.preview' : 'calendar.acts.previewRetract')}
          </Button>
        )}
        {state === 'draft' && decree.preview && button('apply')}
        {state === 'draft' && (
          <Button size="xs" variant="default" onClick={onEdit}>
            {t('actions.edit')}
          </Button>
        )}
        {state === 'draft' && button('discard')}
        {state === 'applied' && button('retract')}
      </Group>
      {preview.error && <Failure error={preview.error} />}
      {asked && <Confirm decree={decree} act={asked} onClose={() => setAsked(null)} />}
    </Stack>
  );
}

interface ConfirmProps {
  decree: DecreeView;
  act: Confirmed;
  onClose: () => void;
}

/** Says what will happen, with its numbers, before it does. */
function Confirm({ decree, act, onClose }: ConfirmProps) {
  const { t } = useTranslation();
  const turn = useDecreeAct();
  const discard = useDiscardDecree();
  const { isPending, error } = act === 'discard' ? discard : turn;
  const { number, preview } = decree;
  const onSuccess = () => {
    tell(t(`calendar.done.${act}`), number);
    onClose();
  };
  const confirm = () =>
    act === 'discard'
      ? discard.mutate(decree.id, { onSuccess })
      : turn.mutate({ id: decree.id, act }, { onSuccess });
  return (
    <Dialog title={t(`calendar.confirm.${act}.title`, { number })} onClose={onClose}>
      <Stack>
        <Text>{t(`calendar.confirm.${act}.text`)}</Text>
        {act !== 'discard' && preview && (
          <Text>
            {t('calendar.confirm.counts', {
              cases: preview.totals.cases,
              late: preview.totals.becomesLate,
              notLate: preview.totals.stopsBeingLate,
            })}
          </Text>
        )}
        {error && <Failure error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('actions.cancel')}
          </Button>
          <Button loading={isPending} color={act === 'apply' ? undefined : 'seal'} onClick={confirm}>
            {t(`calendar.acts.${act}`)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
