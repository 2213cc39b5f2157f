// Every place where people write says who will see it, before it is sent (rule R10). A new composer that does not is
// found here, whichever way it sends; one that need not says why.
import { expect, it } from 'vitest';

const sources = import.meta.glob<string>('../**/*.svelte', { query: '?raw', import: 'default', eager: true });
const files = new Map(Object.entries(sources).map(([path, text]) => [path.replace('../', '').replace('./', 'ui/'), text]));

/** What sends words: a field for text, an upload, or the paths by which posts and acts leave. */
const WRITES = /<textarea|type="file"|maxlength="(?:250|500|900|2000|100000)"|outbox\.add\(|<Editable\b/;
/** A line of words, whatever its length: no tick, day, number or search. */
const LINE = /<input\b(?!(?:[^>]|=>)*?\b(?:type="(?:checkbox|radio|date|time|datetime-local|number|search)"|inputmode="(?:numeric|email)"))/;

/** Only the sender and the place decide who sees these; the reason stands beside each. */
const NEED_NOT: Record<string, string> = {
  'features/account/MakeToken.svelte': 'the name of a token, for its owner alone',
  'features/account/Passkeys.svelte': 'the name of a passkey, for its owner alone',
  'features/members/Invite.svelte': 'the address and name of who is invited, for convenors and the one invited; nothing is said to a readership',
  'features/members/RosterView.svelte': 'addresses and names of who is invited, for convenors and each one invited, as in Invite; nothing is said to a readership',
  'features/members/RosterLine.svelte': 'a line of the table in RosterView, for the same few',
  'features/members/AddOrganisation.svelte': 'the name of an organisation, which everyone here sees on the same page',
  'features/sign-in/OpenView.svelte': 'the name of a new workspace, in which there is nobody yet',
  'features/sign-in/JoinView.svelte': 'one\'s own name, which everyone in the workspace sees',
  'features/trackers/IssueView.svelte': 'its texts are edited in Editable, which says who sees them',
  'features/actions/ActionView.svelte': 'its texts are edited in Editable, which says who sees them',
  'features/actions/Minutes.svelte': 'its text is edited in Editable, which says who sees it; FollowUps says it of tasks',
  'features/actions/MoreFields.svelte': 'part of the forms that plan and edit an action, which say who sees it',
  'features/lists/OpenList.svelte': 'CeilingSelect says who sees the list, its name and what it is for',
  'features/trackers/IssueParticulars.svelte': 'part of the form that opens an issue, which says who sees it',
  'features/updates/UpdateParticulars.svelte': 'part of the form that writes an update, which says who sees it',
  'features/trackers/OpenTracker.svelte': 'CeilingSelect says who sees the tracker and its name',
  'ui/ChooseFile.svelte': 'chooses a file for the form around it, which says who sees what is sent',
  'ui/AttachButton.svelte': 'a file is its author\'s alone until what is around the button is sent, which says who will see it',
  'features/updates/WebhookAddresses.svelte': 'the address of a program of one\'s own',
  'features/account/AddPasskey.svelte': 'the name of a passkey, for its owner alone',
  'features/account/RenamePasskey.svelte': 'the name of a passkey, for its owner alone',
  'features/account/AddAddress.svelte': 'an address of one\'s own, and the code that came there',
  'features/sign-in/SignInView.svelte': 'one\'s own address and a code',
  'features/updates/FeedAddresses.svelte': 'what a feed reader is called, for its owner alone',
  'features/trackers/Relations.svelte': 'names what is there already; those who read both ends see it',
  'shell/palette/Palette.svelte': 'finds, and sends nothing to anybody',
  'features/query/FilterField.svelte': 'filters what is shown, and sends nothing to anybody',
  'features/members/Recoveries.svelte': 'a number that was read to a convenor',
  'features/polls/CheckReceipt.svelte': 'asks whether a receipt is of a poll, and sends nothing to anybody',
  'ui/PictureWords.svelte': 'part of a text in the form around it, which says who will see it',
  'features/instruments/AddText.svelte': 'a text that nobody but its reader sees until it is adopted, as it says itself',
  'features/instruments/AdoptText.svelte': 'CeilingSelect says who sees the text',
  'features/reviews/AnswerRow.svelte': 'one answer in the form of ReviewView, which says who will see them',
  'ui/Suggest.svelte': 'a field of the form around it, which says who will see it',
  'ui/EditEntry.svelte': 'its text is edited in Editable, which says who sees it',
  'features/settings/WorkspaceWords.svelte': 'says itself that everyone here reads it',
  'ui/AskDialog.svelte': 'asks, and sends nothing itself',
};

const composers = [...files].filter(([, text]) => WRITES.test(text) || LINE.test(text));

it('finds the composers there are', () => {
  const names = composers.map(([file]) => file);
  for (const known of ['ui/Composer.svelte', 'ui/Editable.svelte', 'features/trackers/NewIssue.svelte', 'features/updates/UpdateComposer.svelte', 'features/actions/PlanAction.svelte', 'features/actions/EditAction.svelte', 'features/actions/TakingPart.svelte'])
    expect(names).toContain(known);
});

it('each says who will see it', () => {
  const silent = composers.filter(([file, text]) => !/<WillSee\b/.test(text) && !(file in NEED_NOT)).map(([file]) => file);
  expect(silent).toEqual([]);
});

it('it stands before the button that sends', () => {
  for (const [file, text] of composers) {
    if (file in NEED_NOT) continue;
    const markup = text.replace(/<script[\s\S]*?<\/script>/g, '');
    // a dialog's own button is its last
    const sends = markup.includes('</FormDialog>') ? markup.lastIndexOf('</FormDialog>') : Math.max(markup.lastIndexOf('<SendButton'), markup.lastIndexOf('t.common.save'), markup.lastIndexOf('act={'));
    if (sends >= 0) expect(markup.indexOf('<WillSee'), file).toBeLessThan(sends);
  }
});

it('it counts what is sent: the audience that was chosen, or that of what is edited', () => {
  for (const [file, text] of composers) {
    const used = [...text.matchAll(/<WillSee\b([^>]*)\/>/g)].map((found) => found[1] ?? '');
    for (const props of used) expect(props, file).toMatch(/choosing\.choice|\{audience\}|audience=\{|\.\.\.seen/);
    if (/outbox\.add\(/.test(text)) expect(text, file).toMatch(/audience: choosing\.choice\.audience/);
  }
});

it('no reason is kept for what is not there, or says it by now', () => {
  for (const file of Object.keys(NEED_NOT)) {
    const text = files.get(file);
    expect(text, file).toBeDefined();
    expect(/<WillSee\b/.test(text ?? ''), file).toBe(false);
  }
});

it('nobody asks with the browser\'s own box, which has neither our words nor a phone\'s size', () => {
  const scripts = import.meta.glob<string>('../**/*.{ts,svelte}', { query: '?raw', import: 'default', eager: true });
  for (const [file, text] of Object.entries(scripts)) if (!file.includes('.test.')) {
    for (const box of ['confirm', 'alert', 'prompt'])
      if (!text.includes(`function ${box}(`)) expect(new RegExp(`(?<![.\\w])(?:window\\.)?${box}\\(`).test(text), `${box} in ${file}`).toBe(false);
  }
});

it('every menu and what opens beside a button run as the page does: by themselves they would run from the left in Arabic too', () => {
  const menus = [...files].flatMap(([file, text]) => [...text.matchAll(/<(?:DropdownMenu\.Root|DropdownMenu\.Content|Popover\.Content)\b[^>]*/g)].map((found) => ({ file, tag: found[0] })));
  expect(menus.length).toBeGreaterThan(2);
  for (const { file, tag } of menus) expect(tag, file).toContain('dir={direction}');
});
