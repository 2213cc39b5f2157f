// A number with what it counts, in French: nought and one are singular.
export const counted = (n: number, one: string, more: string): string => `${n} ${n < 2 ? one : more}`;
