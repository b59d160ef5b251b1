import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PetitionerView } from '#contract';
import { Facts } from '../../parts/facts';
import { Section } from '../../parts/states';

/** What the reader may know of the petitioner, and why no more. */
export function CasePetitioner(props: { petitioner: PetitionerView; isSealed: boolean }) {
  const { t } = useTranslation();
  const { shown, label, address, phone, idNumber, isSample } = props.petitioner;
  return (
    <Section id="case-petitioner" title={t('case.petitioner')}>
      {isSample && (
        <Badge color="orange" data-tone="orange" className="badge" mb="xs">
          {t('petitioner.sample')}
        </Badge>
      )}
      <Facts
        facts={[
          (shown === 'identity' || shown === 'pseudonym') && {
            label: t(shown === 'identity' ? 'fields.fullName' : 'petitioner.pseudonymLabel'),
            value: label,
          },
          { label: t('fields.address'), value: address },
          { label: t('fields.phone'), value: phone },
          { label: t('fields.idNumber'), value: idNumber },
        ]}
      />
      {shown !== 'identity' && (
        <Text size="sm" c="dimmed">
          {t(`petitioner.${shown}`)}
        </Text>
      )}
      {props.isSealed && shown === 'identity' && (
        <Text size="sm" className="mark" mt="xs">
          {t('petitioner.secret')}
        </Text>
      )}
    </Section>
  );
}
