// The language of letters is that of the pages: told to the server, and taken over in a browser where none was chosen.
import type { Me } from './types';
import { api } from './api';
import { isChosen, language, speak, type Language } from '../words/language';

/** Chosen by the person who is signed in: pages from the next load on, letters from now on. Without a line, pages alone. */
export async function choose(chosen: Language): Promise<void> {
  speak(chosen);
  await api.chooseLanguage(chosen).catch(() => undefined);
}

/** After signing in: whether this page is in another language than its reader chose, and has to be loaded again. */
export async function agree(me: Pick<Me, 'language'>): Promise<boolean> {
  if (me.language === undefined) {
    if (language !== 'en') await api.chooseLanguage(language).catch(() => undefined);
    return false;
  }
  if (isChosen()) return false;
  speak(me.language);
  return me.language !== language;
}
