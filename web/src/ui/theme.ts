// The appearance: as the system says, or as the reader chose in this browser.
export type Theme = 'auto' | 'light' | 'dark';
const KEY = 'caucus.theme';

export const theme = (): Theme => (localStorage.getItem(KEY) as Theme | null) ?? 'auto';

export function wear(chosen: Theme): void {
  if (chosen === 'auto') {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(KEY, chosen);
    document.documentElement.dataset.theme = chosen;
  }
}
