// Fields that offer what is there already, in English.
import type { Catalogue } from './language';

export const choosing = { offered: 'Suggestions', compact: 'Compact rows' };

export type ChoosingWords = Catalogue<typeof choosing>;
