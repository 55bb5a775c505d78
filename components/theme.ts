import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#eaf5f8',
  '#d3e8ee',
  '#a6d0dd',
  '#75b6cb',
  '#4f9fb8',
  '#2a85a2',
  '#146f8c',
  '#0d5f7a',
  '#0a4d63',
  '#073b4d',
];

const dark: MantineColorsTuple = [
  '#e2e7eb',
  '#b9c2ca',
  '#9ba6b0',
  '#8b96a1',
  '#3d4650',
  '#2a3138',
  '#1d2329',
  '#161b20',
  '#101419',
  '#0b0e12',
];

/** Darker than Mantine's own, whose white words on red fall short of 4.5:1. */
const red: MantineColorsTuple = [
  '#fdecea',
  '#fbd5d1',
  '#f5a9a2',
  '#ef7d74',
  '#e5574c',
  '#d63c31',
  '#c22d23',
  '#a8221a',
  '#8a1a13',
  '#6b130e',
];

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, dark, red },
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.5', xl: '1.5' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: {
      defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Close' } },
      styles: { title: { fontSize: '1rem', fontWeight: 640 } },
    },
    // A header outside of a sectioning element would count as a second banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
  },
});

/** Ties Mantine's own variables to the tokens of app/globals.css, so that each colour stands once. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const tokens = {
    '--mantine-color-body': 'var(--page)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-soft)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-error': 'var(--danger-ink)',
  };
  return { variables: {}, light: tokens, dark: tokens };
};
