import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { registerBody } from '#contract';
import { useRegister } from '../../api/cases';
import { useIdempotencyKey } from '../../api/idempotency';
import { agenciesOptions } from '../../api/organisation';
import { isPlace } from '../../parts/agency-select';
import { tell } from '../../parts/tell';
import { errorsOf, serverErrorsOf } from '../../parts/validation';
import { emptyPetition, isBackdated, type Petition, registerBodyOf, similarBodyOf } from './petition';

/** The form of the desk: what it holds, what is wrong with it, and logging it, which leads to the receipt. */
export function usePetitionForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const register = useRegister();
  const keyOf = useIdempotencyKey();
  const placeCodeOf = usePlaceCode();
  const bodyOf = (petition: Petition) => registerBodyOf(petition, placeCodeOf(petition.placeText));
  const form = useForm<Petition>({
    initialValues: emptyPetition(),
    validate: (petition) => {
      const errors = errorsOf(registerBody, bodyOf(petition), t);
      if (isBackdated(petition) && !petition.backdatingReason.trim())
        errors.backdatingReason = t('validation.required');
      if (petition.agencyCode && !petition.procedure) errors.procedure = t('desk.procedureFirst');
      return errors;
    },
  });
  const submit = (petition: Petition) => {
    const body = bodyOf(petition);
    register.mutate(
      { body, key: keyOf(body) },
      {
        onError: (error) => form.setErrors(serverErrorsOf(error)),
        onSuccess: ({ caseId, number }) => {
          tell(t('desk.saved'), number);
          void navigate({ to: '/vu-viec/$id/bien-nhan', params: { id: caseId } });
        },
      },
    );
  };
  const asked = similarBodyOf(form.values, placeCodeOf(form.values.placeText));
  return { form, submit, asked, error: register.error, isBusy: register.isPending };
}

/** The code of a commune or ward whose present name is exactly what was typed; older names are for the office. */
function usePlaceCode() {
  const agencies = useQuery(agenciesOptions).data ?? [];
  return (placeText: string) => {
    const name = placeText.trim().toLowerCase();
    const found = agencies.filter((agency) => isPlace(agency.kind) && agency.name.toLowerCase() === name);
    return found.length === 1 ? found[0]?.code : undefined;
  };
}
