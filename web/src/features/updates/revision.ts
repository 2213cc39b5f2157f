// What a draft says, as it is typed while somebody changes it; and two changes of one draft put together. Pure.
import type { Draft } from '../../api/types';
import { merged } from '../../ui/merge';
import { inWords, linksIn, type Link } from '../../ui/links';
import type { Choices, Reader } from './choices';

/** As typed, with all that was chosen beside it; `files` by the ids of those of the draft that stay. */
export interface Edit extends Omit<Choices, 'keep'> {
  title: string;
  body: string;
  audience: string;
  files: string[];
}

export const editOf = (draft: Draft, { label, wall }: Reader): Edit => ({
  title: draft.title,
  body: draft.body,
  kind: draft.kind,
  stage: draft.stage,
  attribution: draft.attribution,
  provision: draft.provision ?? '',
  due: draft.due ?? '',
  issues: inWords((draft.links ?? []) as Link[], label),
  later: draft.publishAt ? wall(draft.publishAt) : '',
  audience: draft.audience,
  files: draft.files.map((file) => file.id),
});

/** What an update refers to and when it is published, as far as anything was said. */
export function refers({ provision, due, issues, later }: Pick<Edit, 'provision' | 'due' | 'issues' | 'later'>): object {
  const links = linksIn(issues);
  return { ...(provision.trim() ? { provision: provision.trim() } : {}), ...(due ? { due } : {}), ...(links.length > 0 ? { links } : {}), ...(later ? { publishAt: new Date(later).toISOString() } : {}) };
}

/** An edit as the server takes it, but for its files. */
export const asked = (edit: Edit): object => {
  const { title, body, kind, stage, attribution, audience } = edit;
  return { title: title.trim(), body: body.trim(), kind, stage, attribution, audience, ...refers(edit) };
};

type Field = Exclude<keyof Edit, 'files'>;
const FIELDS: Field[] = ['title', 'body', 'kind', 'stage', 'attribution', 'provision', 'due', 'issues', 'later', 'audience'];

const sameFiles = (one: string[], other: string[]): boolean => one.length === other.length && one.every((id) => other.includes(id));
export const isSame = (one: Edit, other: Edit): boolean => FIELDS.every((field) => one[field].trim() === other[field].trim()) && sameFiles(one.files, other.files);

/** One of what two made of the same draft. Where both changed the same words, `edit` has mine and `clash` says so. */
export function settled(base: Edit, mine: Edit, theirs: Edit): { edit: Edit; clash: boolean } {
  // each file is there or not: what either of them took out is out, what came since is in
  const edit = { ...mine, files: theirs.files.filter((id) => mine.files.includes(id) || !base.files.includes(id)) };
  let clash = false;
  for (const field of FIELDS) {
    if (mine[field] === theirs[field] || theirs[field] === base[field]) continue;
    const one = mine[field] === base[field] ? theirs[field] : field === 'body' ? merged(base.body, mine.body, theirs.body) : undefined;
    if (one === undefined) clash = true;
    else edit[field] = one;
  }
  return { edit, clash };
}
