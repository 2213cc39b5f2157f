// The words for templates: what a new workspace can begin with.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const templates = {
  title: 'Start from a template', help: 'A template creates lists, a tracker, a checklist and planned actions. You see everything first.', show: 'Show templates', choose: 'Template', none: 'Start empty',
  language: 'Language of the names', kinds: { list: 'List', tracker: 'Tracker', issue: 'Checklist', action: 'Action' } as Record<string, string>,
  creates: 'This will be created', create: (n: number) => counted(n, 'Create # item', 'Create # items'), creating: (done: number, all: number) => `Creating ${done} of ${all}…`,
  made: 'Created', waits: 'Waiting', failed: 'Not created', again: 'Try the rest again', done: 'Everything was created.', invite: 'Invite people', undo: 'You can change all names later, cancel the actions and close the checklist. Lists and trackers keep their email address.',
};

export type TemplatesWords = Catalogue<typeof templates>;
