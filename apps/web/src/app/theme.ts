import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Navy for whatever can be pressed. */
const ink: MantineColorsTuple = [
  '#eef3f9',
  '#dbe4ef',
  '#b4c6dc',
  '#8aa6c8',
  '#678ab7',
  '#4f78ac',
  '#3f6da7',
  '#2b5a93',
  '#1f4a7d',
  '#173a66',
];

/** Deep red: the mark of the office, lateness and escalation, nothing else. */
const seal: MantineColorsTuple = [
  '#fdf1f0',
  '#f8e0de',
  '#efbdb9',
  '#e69792',
  '#dc726b',
  '#cf4d47',
  '#c03a36',
  '#b02a2a',
  '#9b1c1c',
  '#7d1414',
];

const fonts =
  '"Segoe UI", "Noto Sans", Roboto, "Helvetica Neue", "Liberation Sans", Arial, "DejaVu Sans", sans-serif';

/** A closed list is not in the page: its label names one thing, the field. */
const CLOSED_LISTS = { keepMounted: false };

/** The look of the whole application: white and greys, navy to act, deep red to warn. */
export const theme = createTheme({
  colors: { ink, seal },
  primaryColor: 'ink',
  primaryShade: 8,
  fontFamily: fonts,
  headings: {
    fontFamily: fonts,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.3' },
      h2: { fontSize: '1.25rem', lineHeight: '1.35' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Badge: { defaultProps: { radius: 'sm', variant: 'light' }, styles: { root: { textTransform: 'none' } } },
    Select: { defaultProps: { comboboxProps: CLOSED_LISTS } },
    Autocomplete: { defaultProps: { comboboxProps: CLOSED_LISTS } },
    Modal: {
      defaultProps: { radius: 'sm', padding: 'lg' },
      styles: { title: { fontWeight: 600, fontSize: '1.125rem', lineHeight: 1.35 } },
    },
    // The heading of a dialog is not the banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    Notification: { styles: { description: { color: 'var(--mantine-color-text)' } } },
  },
});

/** Mantine's own greys for hints and placeholders are too light on white (WCAG 2.2 AA, 4.5:1). */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#4d555e',
    '--mantine-color-placeholder': '#636b74',
    '--mantine-color-error': 'var(--mantine-color-seal-7)',
    '--mantine-color-text': '#1c2128',
  },
  dark: {},
});
