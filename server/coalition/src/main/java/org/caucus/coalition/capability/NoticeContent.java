package org.caucus.coalition.capability;

import org.caucus.coalition.access.Audience;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell of an event.
 *
 * @param thing what it belongs to: notices of one thing are one conversation
 * @param title of the thing, for the subject
 * @param opens whether it is the thing's first notice
 * @param path its page in the workspace
 * @param audience who reads what is told
 * @param body the news
 * @param brief the news in a line below the title, where that is all of them; null where it is not
 */
public record NoticeContent(
    Ref thing,
    String title,
    boolean opens,
    String path,
    Audience audience,
    String body,
    @Nullable String brief) {
  /** News that are more than a line. */
  public NoticeContent(
      Ref thing, String title, boolean opens, String path, Audience audience, String body) {
    this(thing, title, opens, path, audience, body, null);
  }

  /** The same in other words. */
  public NoticeContent saying(String words) {
    return new NoticeContent(thing, title, opens, path, audience, words);
  }

  /** The same, read by these. */
  public NoticeContent readBy(Audience readers) {
    return new NoticeContent(thing, title, opens, path, readers, body, brief);
  }

  /** The same, and this line is all of it. */
  public NoticeContent inBrief(String line) {
    return new NoticeContent(thing, title, opens, path, audience, body, line);
  }
}
