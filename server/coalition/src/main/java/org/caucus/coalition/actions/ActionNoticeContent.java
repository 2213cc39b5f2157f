package org.caucus.coalition.actions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.ChangeLines;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/** What notices tell of an action. */
public final class ActionNoticeContent {
  private ActionNoticeContent() {}

  /** The news of an event for one reader; empty if the event tells them nothing. */
  static Optional<NoticeContent> of(Actions.Held state, ActionEvent event, NoticeContext context) {
    ActionMessages words = new ActionMessages(context.language());
    String who = context.who();
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
                  changed(state, e, anew(state, e, context, words), a, context, words)
                      + (e.description() == null ? "" : a.description()));
      case ActionEvent.ActionDetailed e ->
          about(state, e.id(), false, a -> changed(state, e, List.of(), a, context, words));
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
          about(state, e.action(), false, a -> quiet(state, e, context, a, words));
      case ActionEvent.AttendanceNoted e -> Optional.empty();
    };
  }

  /**
   * It is opened to more; who knew before is told in the same conversation.
   *
   * @param known whether its reader knew
   */
  static Optional<NoticeContent> opened(
      Actions.Held state, Ref thing, boolean known, NoticeContext context) {
    ActionMessages words = new ActionMessages(context.language());
    boolean ended = context.commit().seat() == null;
    String first = ended ? words.over() : words.opened(context.who());
    return about(state, thing.id(), !known, a -> facts(state, first, a, words) + a.description());
  }

  /** One action, told in these words. */
  static Optional<NoticeContent> about(
      Actions.Held state, String id, boolean opens, Function<Action, String> telling) {
    return state
        .actions()
        .find(id)
        .map(
            a ->
                new NoticeContent(
                    a.ref(), a.title(), opens, "actions/" + id, a.audience(), telling.apply(a)));
  }

  /** Who changed what, with the old values, and where it stands now. */
  private static String changed(
      Actions.Held state,
      ActionEvent event,
      List<String> more,
      Action action,
      NoticeContext context,
      ActionMessages words) {
    ChangeLines changes = ActionChangeLines.of(state, action, event, context, words);
    if (changes.lines().isEmpty()) {
      return facts(state, words.changed(context.who()), more, action, words);
    }
    String first = changes.after(words.edited(context.who()));
    return changes.without(facts(state, first, more, action, words)) + "\n";
  }

  /** For the person who said whether they come, before it was moved. */
  private static List<String> anew(
      Actions.Held state,
      ActionEvent.ActionEdited event,
      NoticeContext context,
      ActionMessages words) {
    Action.When now = event.when();
    Action.When before = now == null ? null : before(state, event.id(), context);
    boolean moved =
        now != null
            && before != null
            && before.startsAt() != null
            && !before.startsAt().equals(now.startsAt());
    return moved && hasSpoken(state, event.id(), context) ? List.of(words.anew()) : List.of();
  }

  private static Action.@Nullable When before(
      Actions.Held state, String action, NoticeContext context) {
    for (Long sequence : state.actions().commitsOf(action).reversed()) {
      if (sequence < context.commit().sequence()) {
        for (Event event : context.visible(sequence).reversed()) {
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
  private static boolean hasSpoken(Actions.Held state, String id, NoticeContext context) {
    SeatId reader = context.reader();
    Instant at = context.commit().at();
    Action action = state.actions().find(id).orElseThrow();
    Seat seat = state.members().seats().get(reader);
    Rsvp own = action.presence().answers().get(reader.value());
    Commitment ours = seat == null ? null : action.commitments().get(seat.organisation());
    return (own != null && own.at().isBefore(at))
        || (ours != null
            && ours.at().isBefore(at)
            && state.access().canRead(reader, action.scope().holds(ours.audience(), ours.at())));
  }

  /** Where an action stands, below a first line. */
  public static String stands(Actions.Held state, Action action, String first, Language language) {
    return facts(state, first, action, new ActionMessages(language));
  }

  private static String facts(
      Actions.Held state, String first, Action action, ActionMessages words) {
    return facts(state, first, List.of(), action, words);
  }

  /**
   * Where it stands.
   *
   * @param moved what there is to say of its time
   */
  private static String facts(
      Actions.Held state, String first, List<String> moved, Action action, ActionMessages words) {
    ActionDetails details = action.details();
    List<String> lines =
        new ArrayList<>(
            List.of(first, "", action.title(), ActionTimeFormat.when(action, words.language())));
    lines.addAll(moved);
    put(lines, action.place(), words::where);
    put(lines, details.link(), words::join);
    put(
        lines,
        words.names(
            details.organisations().stream().map(slug -> organisation(state, slug)).toList()),
        words::asked);
    put(lines, details.channel(), words::channel);
    put(lines, details.receipt(), words::receipt);
    if (details.replyDue() != null) {
      lines.add(words.replyDue(words.day(details.replyDue())));
    }
    details.replies().forEach(r -> lines.add(words.reply(r)));
    lines.add(words.state(words.plain(action.state())));
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

  private static String organisation(Actions.Held state, String slug) {
    return Objects.requireNonNull(state.members().organisations().get(slug)).name();
  }

  private static String word(Actions.Held state, ActionEvent.Committed e, ActionMessages words) {
    return said(words.takesPart(organisation(state, e.organisation()), e.answer()), e.note());
  }

  private static String word(Actions.Held state, ActionEvent.Answered e, ActionMessages words) {
    return said(words.comes(state.members().nameOf(e.seat()), e.answer()), e.note());
  }

  private static String quiet(
      Actions.Held state,
      ActionEvent.Embargoed e,
      NoticeContext context,
      Action action,
      ActionMessages words) {
    if (e.until() == null) {
      return words.embargoOff(context.who());
    }
    ChangeLines changes = ActionChangeLines.of(state, action, e, context, words);
    String first = words.embargoed(context.who());
    return facts(state, changes.before().isEmpty() ? first : changes.after(first), action, words);
  }

  private static String said(String sentence, String note) {
    return sentence + (note.isBlank() ? "" : "\n\n" + note);
  }
}
