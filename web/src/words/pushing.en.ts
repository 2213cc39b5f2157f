// Notifications on devices: the section of "Email settings".
import type { Catalogue } from './language';

export const pushing = {
  title: 'Notifications on this device', help: 'This browser can notify you while Caucus is closed. It is off until you turn it on.',
  learns: 'Your browser’s push service (for example of Google, Mozilla, Apple or Microsoft) learns that this device uses this server, and when and how often it is notified. It cannot read the notification.',
  turnOn: 'Enable notifications', turnOff: 'Disable notifications', isOn: 'Notifications are on.', turnedOn: 'Notifications turned on.', turnedOff: 'Notifications turned off.', lasts: 'On until you sign out here, or your sign-in ends: after 14 days without a visit, or 60 days.',
  unable: 'This browser does not support notifications. Your emails are unchanged.', install: 'On an iPhone or iPad, add Caucus to the Home Screen first: Share, then Add to Home Screen. Open it there, and turn on notifications on this page.',
  denied: 'This browser blocks notifications from Caucus. Allow them in the site settings, next to the address, then reload this page.',
  test: 'Send a test', tested: 'Sent. If nothing appears within a minute, check the notification settings of your device.', untaken: (why: string) => `The test was not sent: ${why}.`, failed: (why: string) => `Last attempt failed: ${why}.`,
  shows: 'On a locked screen', bare: 'Show no names or titles', bareHelp: 'Only “Something new in Caucus”.', titles: 'Show names and titles', titlesHelp: 'For example who replied, and where. Never for content off the record, in the background or under embargo, nor where email has no content.',
  kinds: 'Types of notification', kindsHelp: 'Quiet hours, pauses and muted items apply here too.', saved: 'Saved.',
  others: 'Your other devices', unknown: 'Unknown device', since: 'Added', remove: 'Remove', removeOf: (device: string) => `Remove: ${device}`, removed: 'Device removed.',
};

export type PushingWords = Catalogue<typeof pushing>;
