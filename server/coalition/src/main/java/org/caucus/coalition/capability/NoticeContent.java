package org.caucus.coalition.capability;

import org.caucus.coalition.access.Audience;
import org.caucus.kernel.Ref;

/**
 * What there is to tell of an event.
 *
 * @param thing what it belongs to: notices of one thing are one conversation
 * @param title of the thing, for the subject
 * @param opens whether it is the thing's first notice
 * @param path its page in the workspace
 * @param audience who reads what is told
 * @param body the news
 */
public record NoticeContent(
    Ref thing, String title, boolean opens, String path, Audience audience, String body) {
  /** The same in other words. */
  public NoticeContent saying(String words) {
    return new NoticeContent(thing, title, opens, path, audience, words);
  }

  /** The same, read by these. */
  public NoticeContent readBy(Audience readers) {
    return new NoticeContent(thing, title, opens, path, readers, body);
  }
}
