// Fields that offer what is there already, in French.
import type { ChoosingWords } from './choosing.en';

export const choosing: ChoosingWords = { offered: 'Suggestions', compact: 'Lignes compactes' };
