// The words of files that go along with what is written.
import { bytes, counted } from './counts.en';
import type { Catalogue } from './language';

export const attaching = {
  attach: 'Attach', choose: 'Choose a file', noneChosen: 'No file chosen. You can also drop one here.', help: 'Choose files, drop them here, or paste a picture', goAlong: 'Attached files', remove: (name: string) => `Remove ${name}`, removeShort: 'Remove', progress: (name: string) => `Upload of ${name}`,
  states: { waiting: 'waiting', stalled: 'offline; resumes automatically', here: 'ready' } as Record<string, string>,
  waits: (n: number) => counted(n, '# file is uploading. You can send when it is ready.', '# files are uploading. You can send when they are ready.'), allHere: (n: number) => counted(n, '# file is ready', '# files are ready'),
  tooMany: (n: number) => counted(n, 'The limit is # file per message. Send the rest in another message.', 'The limit is # files per message. Send the rest in another message.'), tooLarge: (name: string, most: number) => `${name} is too large. The limit is ${bytes(most)} per file.`,
  lost: 'Upload interrupted. Add the file again or remove it.',
  tooMuch: (most: number) => `The files are too large together. The limit is ${bytes(most)} per message. Send the rest in another message.`, empty: (name: string) => `${name} is empty.`,
};

export type AttachingWords = Catalogue<typeof attaching>;
