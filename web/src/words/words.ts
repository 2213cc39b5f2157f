// The catalogue in use. Another language is another file of the same shape.
import { en } from './en';

export const t = en;
export const locale = typeof navigator === 'undefined' ? 'en' : navigator.language;
