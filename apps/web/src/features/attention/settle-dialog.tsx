import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { AttentionView } from '#contract';
import { useSettleAttention } from '../../api/supervision';
import { ButtonLink } from '../../app/links';
import { AgencySelect, isPlace } from '../../parts/agency-select';
import { Dialog } from '../../parts/dialog';
import { Failure } from '../../parts/states';
import { tell } from '../../parts/tell';
import { serverErrorsOf } from '../../parts/validation';

/** A person says what a doubtful entry means: which place, or that it is dealt with. */
export function SettleDialog({ item, onClose }: { item: AttentionView; onClose: () => void }) {
  const { t } = useTranslation();
  const settle = useSettleAttention();
  const asksPlace = item.kind === 'placeAmbiguous' || item.kind === 'placeUnknown';
  const form = useForm({ initialValues: { placeCode: '', note: '' } });
  const submit = ({ placeCode, note }: { placeCode: string; note: string }) =>
    settle.mutate(
      { id: item.id, body: { ...(placeCode && { placeCode }), ...(note.trim() && { note }) } },
      {
        onError: (error) => form.setErrors(serverErrorsOf(error)),
        onSuccess: () => {
          tell(t('attention.settled'));
          onClose();
        },
      },
    );
  return (
    <Dialog onClose={onClose} title={t(`attentions.${item.kind}`)} isWide>
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Stack>
          <Text fw={600}>{item.caseNumber}</Text>
          {item.value && <Text>{t('attention.value', { value: item.value })}</Text>}
          {settle.error && <Failure error={settle.error} />}
          {!asksPlace && <Text size="sm">{t('attention.openFirst')}</Text>}
          {asksPlace && <PlaceChoice item={item} {...form.getInputProps('placeCode')} />}
          <Textarea label={t('fields.note')} autosize minRows={2} {...form.getInputProps('note')} />
          <Group justify="flex-end">
            <ButtonLink to="/vu-viec/$id" params={{ id: item.caseId }} variant="default">
              {t('receipt.openCase')}
            </ButtonLink>
            <Button type="submit" loading={settle.isPending}>
              {t('attention.settle')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

interface PlaceChoiceProps {
  item: AttentionView;
  value?: string;
  onChange?: (code: string) => void;
}

/** One of the places the name fits, or any place when it fits none. */
function PlaceChoice({ item, ...input }: PlaceChoiceProps) {
  const { t } = useTranslation();
  const label = t('attention.place');
  if (item.candidates.length === 0)
    return <AgencySelect label={label} only={({ kind }) => isPlace(kind)} {...input} />;
  return (
    <Radio.Group label={label} {...input}>
      <Stack gap="xs" mt="xs">
        {item.candidates.map(({ code, name }) => (
          <Radio key={code} value={code} label={name} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
