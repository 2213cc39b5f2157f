package org.caucus.coalition.lists.subscriptions;

import org.caucus.coalition.entries.EntryEvent.EntryPosted;
import org.caucus.coalition.lists.Lists;
import org.caucus.coalition.lists.Thread;

/**
 * Special notices: what starts a thread whose subject begins with {@value #MARK}, said by somebody
 * who was a convenor then. The mark is in the subject so that it can be set by mail and in the
 * browser alike, and that everybody sees it.
 */
public final class SpecialNotices {
  /** What the subject begins with; case does not matter. */
  public static final String MARK = "Special notice:";

  private SpecialNotices() {}

  /** Whether this is one. */
  public static boolean is(Lists.Held state, Thread thread, EntryPosted posted) {
    return thread.subject().strip().regionMatches(true, 0, MARK, 0, MARK.length())
        && thread.byConvenor()
        && state.entries().under(thread.ref()).getFirst().id().equals(posted.id());
  }
}
