package org.caucus.notices.actions;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.actions.Action;
import org.caucus.actions.ActionEvent;
import org.caucus.actions.Actions;
import org.caucus.actions.Commitment;
import org.caucus.actions.InWords;
import org.caucus.actions.plans.Details;
import org.caucus.actions.plans.Embargo;
import org.caucus.audiences.AudienceEvent;
import org.caucus.command.SeatId;
import org.caucus.workspace.Workspace;

/**
 * What there is to tell of an action.
 *
 * @param opens whether it is the first that is told of it
 * @param text the news
 */
public record ActionNews(Action action, boolean opens, String text) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm (VV)", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

  /** The news of an event; empty if there is none. */
  public static Optional<ActionNews> of(Workspace state, ActionEvent event, String who) {
    return switch (event) {
      case ActionEvent.ActionPlanned e ->
          about(
              state, e.id(), true, a -> facts(state, who + " planned this:", a) + a.description());
      case ActionEvent.ActionEdited e ->
          about(state, e.id(), false, a -> facts(state, who + " changed this action:", a));
      case ActionEvent.ActionDetailed e ->
          about(state, e.id(), false, a -> facts(state, who + " changed this action:", a));
      case ActionEvent.Committed e -> about(state, e.action(), false, a -> word(state, e));
      case ActionEvent.Answered e -> about(state, e.action(), false, a -> word(state, e));
      case ActionEvent.MinutesWritten e ->
          about(state, e.action(), false, a -> who + " wrote the minutes:\n\n" + e.text());
      case ActionEvent.ReplyRecorded e -> about(state, e.action(), false, a -> replied(who, e));
      case ActionEvent.ReplyOverdue e ->
          about(state, e.action(), false, a -> facts(state, overdue(e.due()), a));
      case ActionEvent.Reminded e ->
          about(
              state,
              e.action(),
              false,
              a -> facts(state, "This is soon, and you are expected:", a));
      case ActionEvent.Embargoed e -> about(state, e.action(), false, a -> quiet(state, e, who, a));
      case ActionEvent.AttendanceNoted e -> Optional.empty();
    };
  }

  /** An embargo is over; who knew before is told in the same conversation. */
  public static Optional<ActionNews> opened(
      Workspace state, AudienceEvent.Widened e, SeatId reader) {
    return about(
        state,
        e.of().id(),
        state
            .actions()
            .find(e.of().id())
            .filter(
                a -> state.access().canRead(reader, Actions.AGENDA.holds(e.from(), a.plannedAt())))
            .isEmpty(),
        a -> facts(state, "The embargo on this is over:", a) + a.description());
  }

  /** The telling of one action. */
  @FunctionalInterface
  private interface Telling {
    String of(Action action);
  }

  private static Optional<ActionNews> about(
      Workspace state, String id, boolean opens, Telling telling) {
    return state.actions().find(id).map(a -> new ActionNews(a, opens, telling.of(a)));
  }

  private static String facts(Workspace state, String first, Action action) {
    Details details = action.details();
    List<String> lines = new ArrayList<>(List.of(first, "", action.title(), InWords.when(action)));
    put(lines, "Where: ", action.place());
    put(lines, "Join: ", details.link());
    put(
        lines,
        "Asked to take part: ",
        details.organisations().stream()
            .map(slug -> organisation(state, slug))
            .collect(Collectors.joining(", ")));
    put(lines, "Submitted by: ", details.channel());
    put(lines, "Receipt: ", details.receipt());
    if (details.replyDue() != null) {
      lines.add("Reply due: " + DAY.format(details.replyDue()));
    }
    details
        .replies()
        .forEach(r -> lines.add("Reply of " + DAY.format(r.on()) + ": " + r.text().strip()));
    lines.add("State: " + action.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    put(lines, "Outcome: ", action.outcome());
    Embargo embargo = action.embargo();
    if (embargo != null) {
      lines.add(
          "Under embargo until "
              + TIME.format(embargo.until().atZone(action.when().zone()))
              + ": until then only those named read of this. Say nothing to others.");
    }
    return String.join("\n", lines)
        + "\n\n"
        + (details.agenda().isBlank() ? "" : "Agenda:\n" + details.agenda().strip() + "\n\n");
  }

  private static void put(List<String> lines, String name, String value) {
    if (!value.isBlank()) {
      lines.add(name + value);
    }
  }

  private static String organisation(Workspace state, String slug) {
    return Objects.requireNonNull(state.members().organisations().get(slug)).name();
  }

  private static String word(Workspace state, ActionEvent.Committed e) {
    return said(organisation(state, e.organisation()) + " " + takesPart(e.answer()), e.note());
  }

  private static String word(Workspace state, ActionEvent.Answered e) {
    return said(state.members().nameOf(e.seat()) + " " + comes(e.answer()), e.note());
  }

  private static String quiet(Workspace state, ActionEvent.Embargoed e, String who, Action action) {
    return e.until() == null
        ? who + " took the embargo off: those who read this now stay the only ones."
        : facts(state, who + " set an embargo:", action);
  }

  private static String replied(String who, ActionEvent.ReplyRecorded e) {
    String more = "The answer itself is still to come";
    String rest =
        !e.reply().awaitsMore()
            ? ""
            : "\n\n" + (e.due() == null ? more : more + ", by " + DAY.format(e.due())) + ".";
    return who
        + " recorded a reply of the agency, which came on "
        + DAY.format(e.reply().on())
        + ":\n\n"
        + e.reply().text().strip()
        + rest;
  }

  private static String overdue(LocalDate due) {
    return "The reply of the agency to this was due on "
        + DAY.format(due)
        + ", and none is recorded. If it came, record it on the page; if not, this may be the time"
        + " to ask for it.";
  }

  private static String said(String sentence, String note) {
    return sentence + "." + (note.isBlank() ? "" : "\n\n" + note);
  }

  private static String takesPart(Commitment.Answer answer) {
    return switch (answer) {
      case WILL -> "will take part";
      case MAY -> "may take part";
      case WILL_NOT -> "will not take part";
    };
  }

  private static String comes(Commitment.Answer answer) {
    return switch (answer) {
      case WILL -> "comes";
      case MAY -> "may come";
      case WILL_NOT -> "does not come";
    };
  }
}
