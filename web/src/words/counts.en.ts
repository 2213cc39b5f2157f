// Numbers with what they count, in English.
import { writing } from './writing';

export const { counted, number, amount, bytes, and } = writing('en');
export const people = (n: number): string => counted(n, '# person', '# people');
export const organisations = (n: number): string => counted(n, '# organisation', '# organisations');
