// The words of the pages about people and organisations: who is here, who joined and left, who takes over.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const membership = {
  people: {
    roster: 'Invite from a table', title: 'People and organisations', companies: 'Companies', civilSociety: 'Civil society', invite: 'Invite', inviteTitle: 'Invite a member', inviteHelp: 'They get an email with a link. Nothing is shown to them before they join.', role: 'Role', sendInvitation: 'Send invitation', invited: (address: string) => `Invitation sent to ${address}.`,
    openInvitations: 'Open invitations', revoke: 'Cancel invitation', revoked: 'Invitation cancelled.', until: (date: string) => `valid until ${date}`, addOrganisation: 'Add an organisation', side: 'Side', slug: 'Short name', history: 'Earlier content it can read', histories: { FROM_JOINING: 'From when it joins', ALL: 'Everything from the start' },
    add: 'Add', seats: (n: number) => counted(n, '# member', '# members'), noSeats: 'No members yet', since: (date: string) => `since ${date}`, endSeat: 'End membership', endTitle: (name: string) => `End the membership of ${name}?`, endHelp: 'They lose access immediately. Their open tasks are listed on this page until someone takes them. To reassign them first, use “Hand over”.',
    handOver: 'Hand over…', changeRole: 'Change role…', endNow: 'End membership…', ended: (name: string) => `The membership of ${name} has ended.`, takesOver: (name: string) => `will take over from ${name}`, roleTitle: (name: string) => `Role of ${name}`, roleHelp: 'A role sets the actions someone can take here. The messages they can read stay the same.', roleSet: 'Role changed.', inviteSuccessor: (name: string) => `Invite someone to take over from ${name}`,
    proposeHelp: 'Another convenor must confirm a new organisation before it joins.', proposed: (name: string) => `${name} is proposed. It joins when another convenor confirms.`, proposals: 'Proposed organisations', proposedBy: 'proposed by {actor}', confirm: 'Confirm', decline: 'Decline', takeBack: 'Withdraw proposal', waitsForOther: 'Another convenor must confirm it.', confirmed: (name: string) => `${name} has joined.`, declined: 'Proposal declined.',
    stranded: 'Unassigned work', strandedHelp: 'A member left without handing these over. Take them, or assign them to someone who can read them.', leftBy: 'left by {actor}', give: 'Assign to', giveNow: 'Assign', take: 'Take', given: 'Assigned.', moreLeft: (n: number) => counted(n, 'and # more', 'and # more'), updatesTo: 'Email updates to', by: 'invited by {actor}',
    left: (n: number) => counted(n, '# former member', '# former members'),
    copyTitle: 'Your archive', copy: 'Download archive', copyHelp: 'One file with everything you can read here, signed by the server. Keep older copies: comparing them shows whether anything was removed or changed.',
  },
  audit: {
    title: 'Audit log', link: 'Audit log', lead: 'Members, roles, audiences and exports. You see the entries you are allowed to see. They cannot be changed.', when: 'When', who: 'Who', what: 'What', details: 'Details', server: 'Caucus', none: 'No entries yet',
    copy: 'Download signed log', table: 'Download table', help: 'The log is signed and chained. “caucus audit verify” checks it without any server. Your download is recorded here.', more: 'Show older',
    as: (role: string) => `as ${role}`, to: (name: string) => `to ${name}`, proposedBy: (name: string) => `proposed by ${name}`, alone: 'by the only convenor', consent: 'recorded as having agreed', passkeysOn: 'passkey only', passkeysOff: 'passkey or code', exports: { RECORD: 'archive of everything the member can read', AUDIT: 'audit log', ISSUES: 'issues of a tracker' } as Record<string, string>, change: (from: string, to: string) => `from ${from} to ${to}`,
  },
  handover: {
    title: (name: string) => `Hand over the work of ${name}`, own: 'Hand over your work', successor: 'Successor', successorHelp: 'A member of the same organisation. They can read everything this member could read, and take over all items below that you do not assign to someone else.', nobody: 'No one for now', invite: 'Invite a new member', inviteHelp: 'Come back here after they have joined.', duties: 'Items to hand over', none: 'Nothing is open: no issue, action or request.',
    to: 'Assign to', toSuccessor: (name: string) => `${name} (successor)`, choose: 'Choose…', letGo: 'Leave unassigned', finish: 'Hand over and end membership', finishEnded: 'Hand over', sure: 'The membership ends at once. This cannot be undone.', left: (n: number) => counted(n, '# item is unassigned', '# items are unassigned'), more: (n: number) => counted(n, '# more item goes to the successor.', '# more items go to the successor.'), done: (name: string) => `The work of ${name} was handed over.`, alreadyTo: (name: string) => `This membership was handed over to ${name}.`,
    letters: (n: number) => counted(n, '# message needs you to confirm that you wrote it. Decide now, or it goes to your successor or is rejected.', '# messages need you to confirm that you wrote them. Decide now, or they go to your successor or are rejected.'), hidden: 'Items you cannot read yourself go to the successor. They are not shown here.', kinds: { issue: 'Issue', action: 'Action', update: 'Request', poll: 'Poll' } as Record<string, string>,
  },
};

export type MembershipWords = Catalogue<typeof membership>;
