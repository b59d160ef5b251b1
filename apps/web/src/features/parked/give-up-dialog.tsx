import { Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { giveUpBody, type ParkedMessage } from '#contract';
import { useGiveUpParked } from '../../api/messages';
import { Dialog, DialogButtons } from '../../parts/dialog';
import { Failure } from '../../parts/states';
import { tell } from '../../parts/tell';
import { useLanguage } from '../../parts/use-language';
import { errorsOf, serverErrorsOf } from '../../parts/validation';

/** A person closes a message that did not reach everybody, and says how they are told instead. */
export function GiveUpDialog({ message, onClose }: { message: ParkedMessage; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const giveUp = useGiveUpParked();
  const form = useForm({
    initialValues: { reason: '' },
    validate: (values) => errorsOf(giveUpBody, values, t),
  });
  const submit = ({ reason }: { reason: string }) =>
    giveUp.mutate(
      { id: message.id, reason },
      {
        onError: (error) => form.setErrors(serverErrorsOf(error)),
        onSuccess: () => {
          tell(t('parked.givenUp'));
          onClose();
        },
      },
    );
  return (
    <Dialog onClose={onClose} title={t('parked.giveUp')} isWide>
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Stack>
          <Text fw={600}>{message.title[language]}</Text>
          {giveUp.error && <Failure error={giveUp.error} />}
          <Textarea
            label={t('parked.why')}
            description={t('parked.whyHint')}
            required
            autosize
            minRows={2}
            {...form.getInputProps('reason')}
          />
          <DialogButtons submit={t('parked.giveUp')} isBusy={giveUp.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
