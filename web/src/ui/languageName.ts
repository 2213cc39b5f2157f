// What a language is called: by the browser, or by us where it knows no name and would show the tag.
import { language } from '../words/language';
import { profile } from '../words/profile';

const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });

export const languageName = (tag: string): string => names.of(tag) ?? profile.languageNames[tag] ?? tag;
