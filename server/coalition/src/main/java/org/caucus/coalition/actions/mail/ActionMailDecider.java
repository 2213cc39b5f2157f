package org.caucus.coalition.actions.mail;

import static org.caucus.coalition.actions.ActionDetailRules.MAX_AGENDA_CHARS;
import static org.caucus.coalition.actions.ActionDetailRules.MAX_REPLY_CHARS;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionAttendance;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionDecider;
import org.caucus.coalition.actions.Actions;
import org.caucus.coalition.actions.mail.ActionMailFields.Words;
import org.caucus.coalition.entries.Post;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.mail.reply.ReplyText;

/** What a letter does to the action it answers, by the rules of the browser. Pure. */
public final class ActionMailDecider {
  private ActionMailDecider() {}

  /** The events it leads to, or {@link Refusal}. */
  public static List<Event> decide(
      Actions.Held state, String id, ActionMailFields change, Post post, CommandContext act) {
    Action action = state.mustReadAction(id, act.by());
    List<Event> events = new ArrayList<>();
    String points =
        change.words() == Words.AGENDA ? agenda(action, post, change.isReplacing()) : "";
    if (change.edits() || !points.isEmpty()) {
      events.addAll(ActionDecider.decide(state, change.edited(action, points), act));
    }
    if (change.came() != null) {
      events.addAll(ActionDecider.decide(state, came(state, action, change.came(), act), act));
    }
    if (change.embargo() != null) {
      events.addAll(ActionDecider.decide(state, change.embargo().of(id), act));
    }
    if (change.isMinutes()) {
      events.addAll(ActionDecider.decide(state, minutes(state, action, post, act), act));
    }
    if (change.agency() != null) {
      events.addAll(ActionDecider.decide(state, reply(id, change.agency(), post, act), act));
    }
    boolean files = post.letter() != null && !post.letter().attachments().isEmpty();
    if (files && change.words() != Words.COMMENT) {
      events.addAll(ActionDecider.decide(state, new ActionCommand.CommentAction(id, post), act));
    }
    return events;
  }

  /** Nobody who was noted is left out by a letter whose author may not have seen it. */
  private static ActionCommand came(
      Actions.Held state, Action action, List<SeatId> came, CommandContext act) {
    boolean lost =
        action.presence().attendances().stream()
            .filter(a -> isRead(state, action, a, act))
            .anyMatch(a -> !came.containsAll(a.present()));
    if (lost) {
      throw Refusal.conflict(Message.of("who-came-is-noted-already-and"));
    }
    return new ActionCommand.NoteAttendance(action.id(), came);
  }

  private static boolean isRead(
      Actions.Held state, Action action, ActionAttendance.Noted noted, CommandContext act) {
    return state.access().canRead(act.by(), action.scope().holds(noted.audience(), noted.at()));
  }

  /** An agenda is replaced by a letter that says so: its author may not have seen it. */
  private static String agenda(Action action, Post post, boolean replaces) {
    if (!replaces && !action.details().agenda().isBlank()) {
      throw Refusal.conflict(Message.of("an-agenda-is-there-already-change"));
    }
    return own(post, Message.of("there-are-no-words-in-it-2"), MAX_AGENDA_CHARS);
  }

  /** What stands above a quote, or all of a letter that was passed on as it came. */
  private static ActionCommand reply(
      String id, ActionMailFields.Agency agency, Post post, CommandContext act) {
    String above = ReplyText.of(post.text());
    String text = above.isBlank() ? post.text().strip() : above;
    mustFit(text, MAX_REPLY_CHARS);
    return agency.of(id, text, LocalDate.ofInstant(act.at(), ZoneOffset.UTC));
  }

  private static String own(Post post, Message none, int most) {
    String text = ReplyText.of(post.text());
    if (text.isBlank()) {
      throw Refusal.invalid("text", none);
    }
    mustFit(text, most);
    return text;
  }

  private static void mustFit(String text, int most) {
    if (text.length() > most) {
      throw Refusal.invalid("text", Message.of("these-are-at-most-characters", "limit", most));
    }
  }

  /** Nobody's minutes are replaced by a letter whose author may not have seen them. */
  private static ActionCommand minutes(
      Actions.Held state, Action action, Post post, CommandContext act) {
    boolean there =
        action.presence().minutes().stream().anyMatch(m -> isRead(state, action, m, act));
    if (there) {
      throw Refusal.conflict(Message.of("minutes-are-there-already-change"));
    }
    String text = ReplyText.of(post.text());
    if (text.isBlank()) {
      throw Refusal.invalid("text", Message.of("there-are-no-words-in-it-that"));
    }
    return new ActionCommand.WriteMinutes(action.id(), text);
  }
}
