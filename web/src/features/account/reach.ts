// Where a token may reach: a workspace, or one of several seats there.
import type { MyWorkspace } from '../../api/types';

export const reaches = (all: MyWorkspace[]): { path: string; name: string }[] =>
  all.map(({ path, slug, name, organisationName }) => ({ path, name: path === slug ? name : `${name} · ${organisationName}` }));

export const nameOf = (all: MyWorkspace[], path?: string): string | undefined =>
  reaches(all).find((one) => one.path === path)?.name ?? all.find((one) => one.slug === path)?.name;
