// Numbers with what they count, in French: nought and one are singular.
import { writing } from './writing';

export const { counted, number, amount, bytes, and } = writing('fr');
export const people = (n: number): string => counted(n, '# personne', '# personnes');
export const organisations = (n: number): string => counted(n, '# organisation', '# organisations');
