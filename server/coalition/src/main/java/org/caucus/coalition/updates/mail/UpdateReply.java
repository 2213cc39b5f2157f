package org.caucus.coalition.updates.mail;

import java.util.List;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateDecider;
import org.caucus.coalition.updates.Updates;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.mail.reply.CourtesyPhrases;
import org.caucus.mail.reply.ReplyText;
import org.caucus.mail.reply.VisibleLine;

/** What an answer to an update does besides being said. */
public final class UpdateReply {
  /** What a question to the company begins with, before a colon; in French it is the same word. */
  private static final List<String> QUESTION = List.of("question", "سؤال");

  private UpdateReply() {}

  /** Its author's organisation has read the update. */
  public static List<Event> read(Updates.Held state, String id, CommandContext act) {
    return UpdateDecider.decide(state, new UpdateCommand.AcknowledgeUpdate(id), act);
  }

  /** A comment; what begins as a question asks the company something, unless it is its own. */
  public static UpdateCommand comment(
      Updates.Held state, String id, Post post, CommandContext act) {
    Seat seat = act.seat() == null ? null : state.members().seats().get(act.seat());
    boolean own =
        seat != null
            && state
                .updates()
                .find(id)
                .filter(update -> update.company().equals(seat.organisation()))
                .isPresent();
    return new UpdateCommand.CommentUpdate(id, post, !own && asks(post.text()));
  }

  /** Whether it asks the company something: whether it begins with {@code Question:}. */
  public static boolean asks(String text) {
    List<String> lines = ReplyText.of(text).lines().toList();
    // a French colon stands apart, by a blank that may be narrow and does not break
    return lines.stream()
        .skip(lines.size() > 1 && CourtesyPhrases.isGreeting(lines.getFirst()) ? 1 : 0)
        .map(line -> VisibleLine.plain(line).replace('\uff1a', ':'))
        .filter(line -> !line.isEmpty())
        .findFirst()
        .filter(
            line ->
                QUESTION.stream()
                    .anyMatch(q -> line.startsWith(q + ":") || line.startsWith(q + " :")))
        .isPresent();
  }
}
