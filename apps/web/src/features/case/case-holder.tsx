import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract';
import { useFormat } from '../../parts/dates';
import { Facts } from '../../parts/facts';
import { Section } from '../../parts/states';

/** Who holds the case and who must act next. */
export function CaseHolder({ of }: { of: CaseView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section id="case-holder" title={t('case.holder')}>
      <Facts
        facts={[
          { label: t('case.agency'), value: of.agencyName ?? t('list.nobody') },
          of.ownerRole !== null && { label: t('case.ownerRole'), value: t(`roles.${of.ownerRole}`) },
          { label: t('case.desk'), value: of.deskAgencyName },
          {
            label: t('case.receivedOn'),
            value: of.receivedOn ? format.date(of.receivedOn) : t('list.missing'),
          },
          of.resolvedOn !== null && { label: t('case.resolvedOn'), value: format.date(of.resolvedOn) },
          of.tool !== null && { label: t('case.tool'), value: t(`tools.${of.tool}`) },
          of.outcome !== null && { label: t('case.outcome'), value: t(`outcomes.${of.outcome}`) },
          of.settledInTime !== null && {
            label: t('case.settledInTime'),
            value: t(of.settledInTime ? 'case.inTime' : 'case.notInTime'),
          },
        ]}
      />
    </Section>
  );
}
