// Why a letter waits. The server names each reason by its code; the sentences stand in the server's own catalogues, which
// are fetched only where there is such a letter. What people type as it stands is marked, and is no part of a sentence.
import { language } from './language';

type Sentences = Map<string, string>;
/** A reason as the API names it. */
interface Reason { code: string; parameters?: Record<string, unknown> }
type Catalogues = { reasons: Sentences; typed: Sentences };

/** A piece of a sentence, or what people type as it stands. */
export type Piece = string | { typed: string };

/** The sentences of a catalogue by their keys. French sets some marks apart; no line may break there. */
export function sentences(file: string): Sentences {
  const lines = file.split('\n').filter((line) => line.includes(' = '));
  return new Map(
    lines.map((line) => {
      const at = line.indexOf(' = ');
      const text = line.slice(at + 3).replaceAll('\\n', '\n');
      return [line.slice(0, at), text.replace(/ (?=[:;?!»])/g, '\u00a0').replaceAll('« ', '«\u00a0')];
    }),
  );
}

/** A reason in pieces; null if it is in no catalogue here, or has a rule that is in none. */
export function pieces({ code, parameters = {} }: Reason, { reasons, typed }: Catalogues): Piece[] | null {
  const sentence = code.startsWith('reasons.') ? reasons.get(code.slice('reasons.'.length)) : undefined;
  const known = sentence?.split(/\{(\w+)\}/).map((part, i): Piece | null => {
    if (i % 2 === 0) return part;
    const word = part.startsWith('typed_') ? typed.get(part.slice('typed_'.length)) : undefined;
    if (word !== undefined) return { typed: word };
    const value = parameters[part];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  });
  return known === undefined || known.includes(null) ? null : (known as Piece[]).filter((piece) => piece !== '');
}

const files = {
  en: () => [import('../../../server/platform/src/main/resources/words/reasons.en.properties?raw'), import('../../../server/platform/src/main/resources/typed/en.properties?raw')],
  fr: () => [import('../../../server/platform/src/main/resources/words/reasons.fr.properties?raw'), import('../../../server/platform/src/main/resources/typed/fr.properties?raw')],
  ar: () => [import('../../../server/platform/src/main/resources/words/reasons.ar.properties?raw'), import('../../../server/platform/src/main/resources/typed/ar.properties?raw')],
};

async function catalogues(fetched: Promise<{ default: string }>[]): Promise<Catalogues> {
  const [reasons, typed] = await Promise.all(fetched);
  return { reasons: sentences(reasons?.default ?? ''), typed: sentences(typed?.default ?? '') };
}

let known: Promise<Catalogues> | undefined;

/** The reasons of a hold in the language in use; one that is in no catalogue stays as the server says it. */
export async function inWords(hold: { reasons: string[]; reasonCodes: Reason[] }): Promise<Piece[][]> {
  known ??= catalogues(files[language]()).catch(() => ({ reasons: new Map<string, string>(), typed: new Map<string, string>() }));
  const all = await known;
  return hold.reasons.map((english, i) => {
    const reason = hold.reasonCodes[i];
    return (reason && pieces(reason, all)) ?? [english];
  });
}
