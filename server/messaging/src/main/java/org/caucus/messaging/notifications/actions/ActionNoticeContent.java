package org.caucus.messaging.notifications.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.ActionTimeFormat;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.actions.Embargo;
import org.caucus.coalition.actions.Rsvp;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell of an action.
 *
 * @param opens whether it is the first that is told of it
 * @param text the news
 */
public record ActionNoticeContent(Action action, boolean opens, String text) {
  /** The news of an event for one reader; empty if there is none. */
  public static Optional<ActionNoticeContent> of(
      Workspace state,
      Commit commit,
      ActionEvent event,
      String who,
      SeatId reader,
      Language language) {
    ActionMessages words = new ActionMessages(language);
    return switch (event) {
      case ActionEvent.ActionPlanned e ->
          about(
              state,
              e.id(),
              true,
              a -> facts(state, words.planned(who), a, words) + a.description());
      case ActionEvent.ActionEdited e ->
          about(
              state,
              e.id(),
              false,
              a ->
                  facts(state, words.changed(who), moved(state, commit, e, reader, words), a, words)
                      + (e.description() == null ? "" : a.description()));
      case ActionEvent.ActionDetailed e ->
          about(state, e.id(), false, a -> facts(state, words.changed(who), a, words));
      case ActionEvent.Committed e -> about(state, e.action(), false, a -> word(state, e, words));
      case ActionEvent.Answered e -> about(state, e.action(), false, a -> word(state, e, words));
      case ActionEvent.MinutesWritten e ->
          about(state, e.action(), false, a -> words.minutes(who) + "\n\n" + e.text());
      case ActionEvent.ReplyRecorded e ->
          about(state, e.action(), false, a -> words.replied(who, e.reply(), e.due()));
      case ActionEvent.ReplyOverdue e ->
          about(state, e.action(), false, a -> facts(state, words.overdue(e.due()), a, words));
      case ActionEvent.Reminded e ->
          about(state, e.action(), false, a -> facts(state, words.soon(), a, words));
      case ActionEvent.Embargoed e ->
          about(state, e.action(), false, a -> quiet(state, e, who, a, words));
      case ActionEvent.AttendanceNoted e -> Optional.empty();
    };
  }

  /**
   * It is opened to more; who knew before is told in the same conversation.
   *
   * @param who opened it; null at the end of an embargo
   */
  public static Optional<ActionNoticeContent> opened(
      Workspace state,
      AudienceEvent.Widened e,
      @Nullable String who,
      SeatId reader,
      Language language) {
    ActionMessages words = new ActionMessages(language);
    String first = who == null ? words.over() : words.opened(who);
    return about(
        state,
        e.of().id(),
        !ActionRecipients.couldRead(state, e, reader),
        a -> facts(state, first, a, words) + a.description());
  }

  /** The telling of one action. */
  @FunctionalInterface
  private interface Telling {
    String of(Action action);
  }

  private static Optional<ActionNoticeContent> about(
      Workspace state, String id, boolean opens, Telling telling) {
    return state.actions().find(id).map(a -> new ActionNoticeContent(a, opens, telling.of(a)));
  }

  /** When it was to be before, as far as its reader was told; nothing if it was not moved. */
  private static List<String> moved(
      Workspace state,
      Commit commit,
      ActionEvent.ActionEdited event,
      SeatId reader,
      ActionMessages words) {
    Action.When now = event.when();
    Action.When before = now == null ? null : before(state, commit, event.id(), reader);
    if (now == null
        || before == null
        || before.startsAt() == null
        || before.startsAt().equals(now.startsAt())) {
      return List.of();
    }
    String line = ActionTimeFormat.before(before, words.language());
    return hasSpoken(state, commit, event.id(), reader)
        ? List.of(line, words.anew())
        : List.of(line);
  }

  private static Action.@Nullable When before(
      Workspace state, Commit commit, String action, SeatId reader) {
    for (Long sequence : state.actions().commitsOf(action).reversed()) {
      if (sequence < commit.sequence()) {
        Commit earlier = state.history().get(Math.toIntExact(sequence - 1));
        for (Event event : state.visibleEvents(earlier, reader).reversed()) {
          if (event instanceof ActionEvent.ActionEdited e && e.when() != null) {
            return e.when();
          } else if (event instanceof ActionEvent.ActionPlanned e) {
            return e.when();
          }
        }
      }
    }
    return null;
  }

  /** Whether this reader, or their organisation, said before whether they come. */
  private static boolean hasSpoken(Workspace state, Commit commit, String id, SeatId reader) {
    Action action = state.actions().find(id).orElseThrow();
    Seat seat = state.members().seats().get(reader);
    Rsvp own = action.presence().answers().get(reader.value());
    Commitment ours = seat == null ? null : action.commitments().get(seat.organisation());
    return (own != null && own.at().isBefore(commit.at()))
        || (ours != null
            && ours.at().isBefore(commit.at())
            && state.access().canRead(reader, action.scope().holds(ours.audience(), ours.at())));
  }

  /** Where an action stands, below a first line. */
  public static String stands(Workspace state, Action action, String first, Language language) {
    return facts(state, first, action, new ActionMessages(language));
  }

  private static String facts(Workspace state, String first, Action action, ActionMessages words) {
    return facts(state, first, List.of(), action, words);
  }

  /**
   * Where it stands.
   *
   * @param moved what there is to say of its time
   */
  private static String facts(
      Workspace state, String first, List<String> moved, Action action, ActionMessages words) {
    ActionDetails details = action.details();
    List<String> lines =
        new ArrayList<>(
            List.of(first, "", action.title(), ActionTimeFormat.when(action, words.language())));
    lines.addAll(moved);
    put(lines, action.place(), words::where);
    put(lines, details.link(), words::join);
    put(
        lines,
        details.organisations().stream()
            .map(slug -> organisation(state, slug))
            .collect(Collectors.joining(words.comma())),
        words::asked);
    put(lines, details.channel(), words::channel);
    put(lines, details.receipt(), words::receipt);
    if (details.replyDue() != null) {
      lines.add(words.replyDue(details.replyDue()));
    }
    details.replies().forEach(r -> lines.add(words.reply(r)));
    lines.add(words.state(action.state()));
    put(lines, action.outcome(), words::outcome);
    Embargo embargo = action.embargo();
    if (embargo != null) {
      lines.add(words.embargo(embargo.until().atZone(action.when().zone())));
    }
    return String.join("\n", lines)
        + "\n\n"
        + (details.agenda().isBlank()
            ? ""
            : words.agenda() + "\n" + details.agenda().strip() + "\n\n");
  }

  private static void put(List<String> lines, String value, UnaryOperator<String> saying) {
    if (!value.isBlank()) {
      lines.add(saying.apply(value));
    }
  }

  private static String organisation(Workspace state, String slug) {
    return Objects.requireNonNull(state.members().organisations().get(slug)).name();
  }

  private static String word(Workspace state, ActionEvent.Committed e, ActionMessages words) {
    return said(words.takesPart(organisation(state, e.organisation()), e.answer()), e.note());
  }

  private static String word(Workspace state, ActionEvent.Answered e, ActionMessages words) {
    return said(words.comes(state.members().nameOf(e.seat()), e.answer()), e.note());
  }

  private static String quiet(
      Workspace state, ActionEvent.Embargoed e, String who, Action action, ActionMessages words) {
    return e.until() == null
        ? words.embargoOff(who)
        : facts(state, words.embargoed(who), action, words);
  }

  private static String said(String sentence, String note) {
    return sentence + (note.isBlank() ? "" : "\n\n" + note);
  }
}
