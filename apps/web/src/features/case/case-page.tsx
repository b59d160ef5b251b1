import { Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract';
import type { CaseCommandName, Duty } from '#domain';
import { caseOptions } from '../../api/cases';
import { ButtonLink } from '../../app/links';
import { useMe } from '../../app/session';
import { Page } from '../../parts/page';
import { Answer } from '../../parts/states';
import { PlaceInChart } from '../chart/place-in-chart';
import type { FieldValues } from '../commands/body';
import { CommandDialog } from '../commands/command-dialog';
import { CaseActions } from './case-actions';
import { CaseAttention } from './case-attention';
import { CaseClocks } from './case-clocks';
import { CaseContent } from './case-content';
import { CaseHeader } from './case-header';
import { CaseHolder } from './case-holder';
import { CasePetitioner } from './case-petitioner';
import { CaseTimeline } from './case-timeline';

/** One case: where it stands, who holds it, its clocks, what may be done and what was done. */
export function CasePage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/office/vu-viec/$id' });
  const me = useMe();
  const query = useQuery(caseOptions(id));
  return (
    <Page
      key={id}
      title={query.data ? t('case.title', { number: query.data.number }) : t('case.loadingTitle')}
      actions={
        me.role === 'deskOfficer' && (
          <ButtonLink to="/vu-viec/$id/bien-nhan" params={{ id }} variant="default">
            {t('case.receipt')}
          </ButtonLink>
        )
      }
    >
      <Answer query={query}>{(of) => <CaseBody of={of} />}</Answer>
    </Page>
  );
}

function CaseBody({ of }: { of: CaseView }) {
  const [given, setGiven] = useState<{ command: CaseCommandName; preset?: FieldValues } | null>(null);
  const mayFulfil = of.commands.some(({ command, allowed }) => command === 'fulfil' && allowed);
  const fulfil = (duty: Duty) => setGiven({ command: 'fulfil', preset: { duty } });
  return (
    <>
      <CaseHeader of={of} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 5 }} order={{ base: 1, md: 2 }}>
          <Stack>
            <CaseActions commands={of.commands} onChoose={(command) => setGiven({ command })} />
            <CaseHolder of={of} />
            <CaseClocks of={of} onFulfil={mayFulfil ? fulfil : null} />
            <CasePetitioner petitioner={of.petitioner} isSealed={of.procedure === 'denunciation'} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }} order={{ base: 2, md: 1 }}>
          <Stack>
            {of.attention.length > 0 && <CaseAttention items={of.attention} />}
            <CaseContent of={of} />
            <PlaceInChart of={of} />
            <CaseTimeline of={of} />
          </Stack>
        </Grid.Col>
      </Grid>
      {given && <CommandDialog caseId={of.id} {...given} onClose={() => setGiven(null)} />}
    </>
  );
}
