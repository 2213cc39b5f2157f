package org.caucus.coalition.lists;

import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Described;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.subscriptions.DeliveryPreference;
import org.caucus.coalition.lists.subscriptions.ListPrivacy;
import org.caucus.coalition.lists.subscriptions.ListStyle;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What can be asked of lists and threads. */
public sealed interface ListCommand extends Command {
  /** Opens a list; its local part has been claimed. */
  record OpenList(String slug, String name, String description, String localPart, Audience audience)
      implements ListCommand {}

  /** Starts a thread with its first entry. */
  record StartThread(String list, String subject, Post post) implements ListCommand {}

  /** Says something in a thread. */
  record AnswerThread(String thread, Post post) implements ListCommand {}

  /**
   * Chooses how one gets mail.
   *
   * @param list slug of a list; empty for the notices of the workspace
   */
  record SetDelivery(String list, Delivery mode) implements ListCommand {}

  /**
   * Chooses all about the mail of a list.
   *
   * @param list slug of a list; empty for the notices of the workspace
   */
  record ChooseDelivery(String list, DeliveryPreference habit) implements ListCommand {}

  /** Chooses what holds for all one's mail, and whether notices come. */
  record ChoosePersonalMail(PersonalMailSettings personal, Delivery notices)
      implements ListCommand {}

  /** Chooses what one wants to hear of one thing: a thread, an issue, an update or an action. */
  record ChooseThing(Ref of, ThreadPreference wish) implements ListCommand {}

  /**
   * Changes what a list is called, and what is said of it; its address stays.
   *
   * @param was what the person who asks was shown; null changes whatever is there
   */
  record DescribeList(String list, String name, String description, @Nullable Described was)
      implements ListCommand {}

  /** Chooses how the letters of a list look. */
  record StyleList(String list, ListStyle style) implements ListCommand {}

  /** Chooses what the letters of a list tell of their authors and readers. */
  record ChoosePrivacy(String list, ListPrivacy privacy) implements ListCommand {}

  /** Holds mail to a seat back; nobody asks for it but the one who reads what comes back. */
  record SuspendMail(SeatId seat) implements ListCommand {}

  /** Sends mail to a seat again: one's own, or a convenor any. */
  record ResumeMail(SeatId seat) implements ListCommand {}

  /** Notes that the person who has the seat may have left. */
  record HintDeparture(SeatId seat) implements ListCommand {}

  /** Chooses whether mail carries what people wrote. */
  record SetMailContent(MailContent content) implements ListCommand {}
}
