import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { caseOptions, receiptOptions } from '../../api/cases';
import { ButtonLink } from '../../app/links';
import { Page } from '../../parts/page';
import { Answer } from '../../parts/states';
import { ReceiptPaper } from './receipt-paper';

/** The receipt the citizen takes home, on the screen and on paper. */
export function ReceiptPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/office/vu-viec/$id/bien-nhan' });
  const receipt = useQuery(receiptOptions(id));
  const of = useQuery(caseOptions(id));
  return (
    <Page title={t('receipt.pageTitle')}>
      <Answer query={receipt}>
        {(paper) => (
          <>
            <Group className="no-print">
              <Button
                autoFocus
                leftSection={<IconPrinter size={18} aria-hidden />}
                onClick={() => window.print()}
              >
                {t('receipt.print')}
              </Button>
              <ButtonLink to="/quay" variant="default">
                {t('receipt.next')}
              </ButtonLink>
              <ButtonLink to="/vu-viec/$id" params={{ id }} variant="default">
                {t('receipt.openCase')}
              </ButtonLink>
            </Group>
            <Answer query={of}>{(view) => <ReceiptPaper receipt={paper} of={view} />}</Answer>
          </>
        )}
      </Answer>
    </Page>
  );
}
