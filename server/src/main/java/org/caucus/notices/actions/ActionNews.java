package org.caucus.notices.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.caucus.actions.Action;
import org.caucus.actions.ActionEvent;
import org.caucus.actions.InWords;
import org.caucus.actions.plans.Details;
import org.caucus.actions.plans.Embargo;
import org.caucus.audiences.AudienceEvent;
import org.caucus.command.SeatId;
import org.caucus.words.Language;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell of an action.
 *
 * @param opens whether it is the first that is told of it
 * @param text the news
 */
public record ActionNews(Action action, boolean opens, String text) {
  /** The news of an event; empty if there is none. */
  public static Optional<ActionNews> of(
      Workspace state, ActionEvent event, String who, Language language) {
    ActionWords words = new ActionWords(language);
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
                  facts(state, words.changed(who), a, words)
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
  public static Optional<ActionNews> opened(
      Workspace state,
      AudienceEvent.Widened e,
      @Nullable String who,
      SeatId reader,
      Language language) {
    ActionWords words = new ActionWords(language);
    String first = who == null ? words.over() : words.opened(who);
    return about(
        state,
        e.of().id(),
        !Hearers.couldRead(state, e, reader),
        a -> facts(state, first, a, words) + a.description());
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

  /** Where an action stands, below a first line. */
  public static String stands(Workspace state, Action action, String first, Language language) {
    return facts(state, first, action, new ActionWords(language));
  }

  private static String facts(Workspace state, String first, Action action, ActionWords words) {
    Details details = action.details();
    List<String> lines =
        new ArrayList<>(List.of(first, "", action.title(), InWords.when(action, words.language())));
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

  private static String word(Workspace state, ActionEvent.Committed e, ActionWords words) {
    return said(words.takesPart(organisation(state, e.organisation()), e.answer()), e.note());
  }

  private static String word(Workspace state, ActionEvent.Answered e, ActionWords words) {
    return said(words.comes(state.members().nameOf(e.seat()), e.answer()), e.note());
  }

  private static String quiet(
      Workspace state, ActionEvent.Embargoed e, String who, Action action, ActionWords words) {
    return e.until() == null
        ? words.embargoOff(who)
        : facts(state, words.embargoed(who), action, words);
  }

  private static String said(String sentence, String note) {
    return sentence + (note.isBlank() ? "" : "\n\n" + note);
  }
}
