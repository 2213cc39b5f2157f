package org.caucus.coalition.updates.mail;

import java.util.ArrayList;
import java.util.List;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateDecider;
import org.caucus.coalition.updates.Updates;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** What a letter does to the update it answers, by the rules of the browser. Pure. */
public final class UpdateMailDecider {
  /** Most characters of a reason, or of a note, as in the browser. */
  public static final int MAX_WHY_CHARS = 2_000;

  /** Most characters of what an update says, as in the browser. */
  public static final int MAX_BODY_CHARS = 100_000;

  private UpdateMailDecider() {}

  /**
   * The events it leads to, or {@link Refusal}. The words stand with the update and are no comment,
   * unless files came with them.
   *
   * @param asks null says that its author's organisation has read it
   */
  public static List<Event> decide(
      Updates.Held state,
      String id,
      @Nullable UpdateLifecycleMailFields asks,
      Post post,
      CommandContext act) {
    if (asks == null) {
      return UpdateReply.read(state, id, act);
    }
    UpdateCommand.CourseCommand command = asks.of(id);
    mustFit(command);
    List<Event> events = new ArrayList<>(UpdateDecider.decide(state, command, act));
    if (post.letter() != null && !post.letter().attachments().isEmpty()) {
      events.addAll(UpdateDecider.decide(state, new UpdateCommand.CommentUpdate(id, post), act));
    }
    return events;
  }

  private static void mustFit(UpdateCommand.CourseCommand command) {
    switch (command) {
      case UpdateCommand.CorrectUpdate c -> {
        within(c.note());
        if (c.body() != null && c.body().length() > MAX_BODY_CHARS) {
          throw Refusal.tooLarge(
              "body", Message.of("an-update-has-at-most-characters", "limit", MAX_BODY_CHARS));
        }
      }
      case UpdateCommand.RetractUpdate c -> within(c.reason());
      case UpdateCommand.ReachStage c -> within(c.note());
      case UpdateCommand.AcknowledgeUpdate c -> {}
    }
  }

  private static void within(String why) {
    if (why.length() > MAX_WHY_CHARS) {
      throw Refusal.invalid("note", Message.of("why-is-said-in-at-most", "limit", MAX_WHY_CHARS));
    }
  }
}
