package org.caucus.coalition.access.audience;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/**
 * The person who posted something takes it back within a minute, without a dry run and without a
 * fresh proof of who they are: there is no time for either, and it only ever closes. It is
 * narrowing to its author, so that all that narrowing closes is closed. Pure.
 */
public final class PostRecall {
  /** How long after it was posted, by the log's clock. */
  public static final Duration WINDOW = Duration.ofSeconds(60);

  private PostRecall() {}

  static List<Event> decide(
      AudienceHistory.Held state, AudienceCommand.Recall c, CommandContext act) {
    SeatId author = act.by();
    AudienceSubject thing = whole(state, c.of(), author);
    if (!author.equals(thing.author())) {
      throw Refusal.forbidden(Message.of("only-the-author-can-take-this-back"));
    }
    Audience alone = Audience.named(List.of(author));
    if (thing.audience().equals(alone)) {
      throw Refusal.conflict(Message.of("only-you-can-read-it-already"));
    }
    if (act.at().isAfter(until(thing))) {
      throw Refusal.conflict(Message.of("the-minute-in-which-this-could"));
    }
    List<Event> events = new ArrayList<>(relieved(state, thing, author));
    List<SeatId> outside = c.received().stream().filter(s -> !s.equals(author)).toList();
    events.add(new AudienceEvent.Narrowed(thing.ref(), thing.audience(), alone, author, outside));
    if (c.letter() != null) {
      events.add(new LetterEvent.LetterTookBack(c.letter(), c.of(), author));
    }
    return events;
  }

  private static Instant until(AudienceSubject thing) {
    return thing.scope().at() == null ? Instant.MIN : thing.scope().at().plus(WINDOW);
  }

  /** All that was posted with this, or just that; absent if this seat cannot read it. */
  public static Ref with(AudienceHistory.Held state, Ref of, SeatId reader) {
    return whole(state, of, reader).ref();
  }

  /**
   * All that was posted in one act: a thread with its first entry, an issue with the letter it came
   * by. Otherwise a subject would stay behind.
   */
  private static AudienceSubject whole(AudienceHistory.Held state, Ref of, SeatId reader) {
    AudienceSubject thing = AudienceSubject.of(state, of, reader);
    if (of.kind() != Ref.Kind.ENTRY) {
      return thing;
    }
    Entry entry = state.entries().find(of.id()).orElseThrow();
    if (state.item(entry.parent(), reader).filter(Item::hasAudience).isEmpty()) {
      return thing;
    }
    AudienceSubject parent = AudienceSubject.of(state, entry.parent(), reader);
    boolean together =
        entry.seat().equals(parent.author()) && Objects.equals(entry.at(), parent.scope().at());
    return together ? parent : thing;
  }

  /** Nobody keeps a duty in what they cannot read any more (R7). */
  private static List<Event> relieved(
      AudienceHistory.Held state, AudienceSubject thing, SeatId author) {
    if (thing.on().stream().allMatch(author::equals)) {
      return List.of();
    }
    String id = thing.ref().id();
    return switch (thing.ref().kind()) {
      case ISSUE -> List.of(unassigned(state.issues().find(id).orElseThrow(), author));
      case ACTION -> List.of(owned(state.actions().find(id).orElseThrow(), author));
      default -> List.of();
    };
  }

  private static Event unassigned(Issue issue, SeatId author) {
    List<SeatId> left = issue.assignees().stream().filter(author::equals).toList();
    return new IssueEvent.IssueEdited(issue.id(), null, null, null, null, left, false, null);
  }

  private static Event owned(Action action, SeatId author) {
    return new ActionEvent.ActionEdited(action.id(), null, null, null, author, null, null, null);
  }
}
