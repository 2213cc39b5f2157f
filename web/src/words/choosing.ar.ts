// Fields that offer what is there already, in Arabic.
import type { ChoosingWords } from './choosing.en';

export const choosing: ChoosingWords = { offered: 'اقتراحات', compact: 'أسطر مضغوطة' };
