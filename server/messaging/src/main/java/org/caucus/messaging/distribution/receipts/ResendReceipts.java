package org.caucus.messaging.distribution.receipts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caucus.coalition.entries.VisibleMessageIds;
import org.caucus.coalition.mailcommands.CommandParser;
import org.caucus.coalition.mailcommands.CommandResult;
import org.caucus.coalition.mailcommands.MailCommand;
import org.caucus.coalition.moderation.LetterEvent.LetterObeyed;
import org.caucus.kernel.Event;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * The parcels by which posts were sent to the person who asked for them by mail, beside those of
 * the posts themselves: a copy is a copy, however it came.
 */
public final class ResendReceipts {
  private ResendReceipts() {}

  /** The id of the parcel that brings a post which was asked for in this commit. */
  public static String parcel(Workspace state, Commit commit, String entry) {
    return DeliveryBatch.id(state.id().value(), commit.id(), "get", entry);
  }

  /** The Message-IDs of the posts that a letter asks for, in order. */
  public static List<String> wanted(LetterObeyed obeyed) {
    List<String> wanted = new ArrayList<>();
    for (CommandResult line : obeyed.done() ? obeyed.lines() : List.<CommandResult>of()) {
      for (CommandParser.Read read : CommandParser.read(line.text(), "", obeyed.list())) {
        if (read.order() instanceof MailCommand.Get get) {
          wanted.add(get.messageId());
        }
      }
    }
    return wanted;
  }

  /**
   * By id of an entry, the ids of parcels that may have brought it; of some there is none, since
   * the person who asked could not read it.
   */
  static Map<String, List<String>> parcels(Workspace state) {
    Map<String, List<String>> found = new HashMap<>();
    for (Commit commit : state.history()) {
      for (Event event : commit.events()) {
        if (event instanceof LetterObeyed obeyed) {
          wanted(obeyed).stream()
              .flatMap(id -> VisibleMessageIds.named(state.entries(), id))
              .forEach(
                  e ->
                      found
                          .computeIfAbsent(e.id(), k -> new ArrayList<>())
                          .add(parcel(state, commit, e.id())));
        }
      }
    }
    return found;
  }
}
