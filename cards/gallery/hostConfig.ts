/** Colours and spacings close to those of Teams (Fluent), so that the gallery shows what a reader will see. */
export interface Theme {
  readonly name: 'light' | 'dark';
  readonly card: string;
  readonly page: string;
  readonly border: string;
  readonly text: string;
  readonly subtle: string;
  readonly brand: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  /** Backgrounds of styled containers. */
  readonly emphasis: string;
  readonly accentBack: string;
  readonly goodBack: string;
  readonly warningBack: string;
  readonly attentionBack: string;
}

export const light: Theme = {
  name: 'light',
  card: '#ffffff',
  page: '#f5f5f5',
  border: '#e1e1e1',
  text: '#242424',
  subtle: '#616161',
  brand: '#5b5fc7',
  good: '#0e700e',
  warning: '#8a3707',
  attention: '#b10e1c',
  emphasis: '#f5f5f5',
  accentBack: '#e8ebfa',
  goodBack: '#e7f2da',
  warningBack: '#fdf3e2',
  attentionBack: '#fcf4f6',
};

export const dark: Theme = {
  name: 'dark',
  card: '#292929',
  page: '#1f1f1f',
  border: '#3d3d3d',
  text: '#ffffff',
  subtle: '#adadad',
  brand: '#9299f7',
  good: '#92c353',
  warning: '#f8d22a',
  attention: '#f9526b',
  emphasis: '#1f1f1f',
  accentBack: '#2f2f4a',
  goodBack: '#0d2e0d',
  warningBack: '#463100',
  attentionBack: '#3b1519',
};

/** A host configuration for the official renderer. */
export function hostConfig(theme: Theme) {
  const pair = (colour: string) => ({
    default: colour,
    subtle: colour === theme.text ? theme.subtle : colour,
  });
  const foregroundColors = {
    default: pair(theme.text),
    dark: pair(theme.text),
    light: pair(theme.text),
    accent: pair(theme.brand),
    good: pair(theme.good),
    warning: pair(theme.warning),
    attention: pair(theme.attention),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: '"Segoe UI", "Segoe UI Web", system-ui, "Liberation Sans", sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: theme.border },
    supportsInteractivity: true,
    containerStyles: {
      default: style(theme.card),
      emphasis: style(theme.emphasis),
      accent: style(theme.accentBack),
      good: style(theme.goodBack),
      warning: style(theme.warningBack),
      attention: style(theme.attentionBack),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    factSet: {
      title: { color: 'default', size: 'default', weight: 'bolder', wrap: true, maxWidth: 150 },
      value: { color: 'default', size: 'default', weight: 'default', wrap: true },
      spacing: 16,
    },
    inputs: { label: { requiredInputs: {}, optionalInputs: { weight: 'default' } } },
  };
}
