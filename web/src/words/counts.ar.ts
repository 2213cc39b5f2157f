// Numbers with what they count, in Arabic: as a subject, and after a preposition, where two take another form.
import { writing } from './writing';

export const { counted, number, amount, bytes, and } = writing('ar');
export const people = (n: number): string => counted(n, 'لا أحد', 'شخص واحد', 'شخصان', '# أشخاص', '# شخصًا', '# شخص');
export const toPeople = (n: number): string => counted(n, '# أشخاص', 'شخص واحد', 'شخصين', '# أشخاص', '# شخصًا', '# شخص');
export const organisations = (n: number): string => counted(n, '# منظمات', 'منظمة واحدة', 'منظمتين', '# منظمات', '# منظمة', '# منظمة');
export const toMorePeople = (n: number): string => counted(n, '# أشخاص آخرين', 'شخص آخر', 'شخصين آخرين', '# أشخاص آخرين', '# شخصًا آخر', '# شخص آخر');
