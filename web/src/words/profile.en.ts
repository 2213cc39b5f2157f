// The words of a member's own profile, and of the card of a person.
import type { Catalogue } from './language';

export const profile = {
  languageNames: { ber: 'Berber', ff: 'Fula', pcm: 'Nigerian Pidgin' } as Record<string, string>,
  title: 'Your profile', lead: 'All members of this workspace can read your profile, companies too. Every field but the name is optional.', edit: 'Edit your profile',
  name: 'Your name', nameHelp: 'As you sign your emails. A new name is in the audit log.', role: 'Title', roleHelp: 'What you do in your organisation, for example “Head of policy”.',
  pronunciation: 'Pronunciation', pronunciationHelp: 'How to say your name, for example “CHEE-ka”.', languages: 'Languages', languagesHelp: 'The languages you write in.',
  hours: 'Working hours', hoursHelp: 'Members who mention you see what time it is for you. They are not used to hold emails back: quiet hours are in your email settings.', noHours: 'Show my working hours', from: 'From', until: 'Until', days: 'Days', zone: 'Time zone',
  save: 'Save profile', saved: 'Profile saved.', undone: 'Change undone.', preview: 'What others see',
  picture: 'Profile picture', pictureHelp: 'All members of this workspace can see it, companies too. Place, time and device are removed from it. On a slow connection, your initials are shown instead.', choosePicture: 'Choose a picture', changePicture: 'Change picture', removePicture: 'Remove picture',
  crop: 'Crop the picture', cropHelp: 'Drag the picture, or use the arrow keys, until your face is in the circle.', zoom: 'Zoom', savePicture: 'Save picture', pictureSaved: 'Picture saved.', pictureRemoved: 'Picture removed.',
  noPicture: 'This file is not a picture that your browser can open. Choose a PNG, JPEG or WebP picture.', noSvg: 'An SVG file can contain a program, so it cannot be a profile picture. Choose a PNG, JPEG or WebP picture.', tooManyPixels: (limit: string) => `This picture is too large to open. The limit is ${limit} million pixels.`,
  card: 'Profile', says: (how: string) => `Say: ${how}`, writes: (languages: string) => `Writes in ${languages}`, works: (days: string, from: string, until: string, zone: string) => `Works ${days}, ${from}–${until} (${zone})`,
  clock: (time: string) => `It is ${time} there.`, outside: (time: string) => `It is ${time} there, outside working hours.`, short: (time: string) => `${time} there`,
};

export type ProfileWords = Catalogue<typeof profile>;
