// The words of the timeline, in the language in use.
import { inLanguage } from './language';
import { timeline as en, type TimelineWords } from './timeline.en';

export const timeline: TimelineWords = await inLanguage<TimelineWords>(en, {
  fr: async () => (await import('./timeline.fr')).timeline,
  ar: async () => (await import('./timeline.ar')).timeline,
});
