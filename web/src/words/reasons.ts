// Why a letter waits. The log has it in English, as everybody is shown it; what it is in other languages stands in the
// server's own catalogues, which are fetched only where there is such a letter.
import { inLanguage } from './language';

type Sentences = Map<string, string>;

/** The sentences of a catalogue by their keys. */
function sentences(file: { default: string }): Sentences {
  return new Map(file.default.split('\n').filter((line) => line.includes(' = ')).map((line) => line.split(' = ', 2) as [string, string]));
}

/** Each English sentence in a language, also as it was worded once: logs keep it. */
async function paired(language: Promise<{ default: string }>): Promise<Sentences> {
  const [english, former, own] = await Promise.all([
    import('../../../server/platform/src/main/resources/words/reasons.en.properties?raw'),
    import('../../../server/platform/src/main/resources/words/reasons.former.properties?raw'),
    language,
  ]);
  const ours = sentences(own);
  const of = (key: string, sentence: string): [string, string] => [sentence, ours.get(key) ?? sentence];
  return new Map([
    ...[...sentences(former)].map(([key, sentence]) => of(key.replace(/\.\d+$/, ''), sentence)),
    ...[...sentences(english)].map(([key, sentence]) => of(key, sentence)),
  ]);
}

let known: Promise<Sentences> | undefined;

/** These reasons in the language in use; one that is in no catalogue stays as it is. */
export async function inWords(reasons: string[]): Promise<string[]> {
  known ??= inLanguage<Sentences>(new Map(), {
    fr: () => paired(import('../../../server/platform/src/main/resources/words/reasons.fr.properties?raw')),
    ar: () => paired(import('../../../server/platform/src/main/resources/words/reasons.ar.properties?raw')),
  });
  const said = await known;
  return reasons.map((reason) => said.get(reason) ?? reason);
}
