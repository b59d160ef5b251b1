import { DateInput, type DateInputProps } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { parseTypedDate, today } from './dates';

type DateFieldProps = Omit<
  DateInputProps,
  'valueFormat' | 'dateParser' | 'maxDate' | 'value' | 'onChange'
> & {
  value?: string;
  onChange?: (value: string) => void;
  /** For dates that are only planned or supposed. */
  isFutureAllowed?: boolean;
};

/** A legal date, typed or picked; never later than today unless the future is allowed. An empty field is the empty text. */
export function DateField({ value, onChange, isFutureAllowed, ...rest }: DateFieldProps) {
  const { t } = useTranslation();
  return (
    <DateInput
      valueFormat="DD/MM/YYYY"
      placeholder={t('fields.datePlaceholder')}
      dateParser={parseTypedDate}
      {...(!isFutureAllowed && { maxDate: today() })}
      value={value || null}
      onChange={(date) => onChange?.(date ?? '')}
      popoverProps={{ withinPortal: true }}
      hideOutsideDates
      ariaLabels={t('datePicker', { returnObjects: true })}
      {...rest}
    />
  );
}
