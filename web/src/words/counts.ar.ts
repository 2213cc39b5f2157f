// A number with what it counts, in Arabic, which has six forms.
const rules = new Intl.PluralRules('ar');
export const counted = (n: number, zero: string, one: string, two: string, few: string, many: string, other: string): string => ({ zero, one, two, few, many, other })[rules.select(n)];
