import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseView, DeadlineView, Receipt } from '#contract';
import type { Clock } from '#domain';
import { CertaintyMarks } from '../../parts/badges';
import { useFormat } from '../../parts/dates';
import { Facts } from '../../parts/facts';
import { Reasons } from '../../parts/reasons';
import { groupCode } from '../../parts/tracking-code';
import { useLanguage } from '../../parts/use-language';
import styles from './receipt-paper.module.css';

/** What is printed: number, code, dates and offices; no name and no content, for the paper may be lost. */
export function ReceiptPaper({ receipt, of }: { receipt: Receipt; of: CaseView }) {
  const { t } = useTranslation();
  const clock = of.deadlines.find((each) => each.clock === receipt.dueClock && each.due === receipt.due);
  return (
    <article className={styles.paper}>
      <div className={styles.head}>
        <strong>{of.deskAgencyName}</strong>
        <span>
          <strong className={styles.nation}>{t('receipt.nation')}</strong>
          <strong className={styles.motto}>{t('receipt.motto')}</strong>
        </span>
      </div>
      <Title order={2} className={styles.title}>
        {t('receipt.title')}
      </Title>
      <div className={styles.columns}>
        <ReceiptFacts receipt={receipt} of={of} clock={clock} />
        <img
          className={styles.qr}
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(receipt.qrSvg)}`}
          alt={t('receipt.qr')}
        />
      </div>
      <ReceiptReasons of={of} clock={clock} />
      <Text mt="md">{t('receipt.track')}</Text>
      <Text className={styles.address}>{receipt.trackingUrl}</Text>
      <Text size="sm" mt="md">
        {t('receipt.keep')}
      </Text>
      <div className={styles.signatures}>
        <Signature of={t('receipt.giver')} />
        <Signature of={t('receipt.receiver')} />
      </div>
    </article>
  );
}

interface PartProps {
  receipt: Receipt;
  of: CaseView;
  /** The clock whose date the receipt names. */
  clock: DeadlineView | undefined;
}

function ReceiptFacts({ receipt, of, clock }: PartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Facts
      facts={[
        { label: t('receipt.number'), value: <strong>{receipt.number}</strong> },
        {
          label: t('receipt.code'),
          value: <strong className={styles.code}>{groupCode(receipt.trackingCode)}</strong>,
        },
        receipt.receivedOn !== null && {
          label: t('fields.receivedOn'),
          value: format.date(receipt.receivedOn),
        },
        { label: t('fields.channel'), value: t(`channels.${of.channel}`) },
        { label: t('receipt.holder'), value: of.agencyName ?? of.deskAgencyName },
        receipt.due !== null && { label: t('receipt.due'), value: <Due receipt={receipt} clock={clock} /> },
      ]}
    />
  );
}

/**
 * How the date was counted, so that whoever holds the paper can count it again. Not for a denunciation: its articles
 * would tell, on a paper that its author has signed and may lose, who denounced.
 */
function ReceiptReasons({ of, clock }: Pick<PartProps, 'of' | 'clock'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!clock || of.procedure === 'denunciation') return null;
  return (
    <>
      <Text size="sm" fw={600} mt="md">
        {t('case.howCounted')}
      </Text>
      <Reasons lines={clock.explanation[language]} />
    </>
  );
}

function Due({ receipt, clock }: Omit<PartProps, 'of'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {receipt.due && <strong>{format.date(receipt.due)}</strong>}
      {receipt.dueClock && ` (${t(`clocks.${receipt.dueClock as Clock}`)})`}
      {clock && <CertaintyMarks certainty={clock.certainty} provisional={clock.provisional} />}
    </>
  );
}

function Signature({ of }: { of: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <strong>{of}</strong>
      <br />
      {t('receipt.sign')}
    </div>
  );
}
