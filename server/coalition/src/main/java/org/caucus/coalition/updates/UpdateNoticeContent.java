package org.caucus.coalition.updates;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.caucus.coalition.capability.ChangeLines;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;

/** What is told of updates; each time with the terms under which it was said. */
public final class UpdateNoticeContent {
  private UpdateNoticeContent() {}

  /** The news of an event for one reader; empty if the event tells them nothing. */
  static Optional<NoticeContent> of(Updates.Held state, UpdateEvent event, NoticeContext context) {
    UpdateNoticeMessages words = new UpdateNoticeMessages(context.language());
    String who = context.who();
    return switch (event) {
      case UpdateEvent.UpdatePosted e ->
          update(
              state,
              e.id(),
              true,
              u -> news(state, state.members().nameOf(e.by()), u, words),
              words);
      case UpdateEvent.UpdatePassedOn e ->
          remark(
              state,
              e.id(),
              u -> changes(state, e, u, context, words).after(words.passedOn(who)),
              words);
      case UpdateEvent.UpdateCorrected e ->
          update(state, e.id(), false, u -> corrected(state, e, u, context, words), words);
      case UpdateEvent.StageReached e ->
          remark(state, e.id(), u -> staged(state, e, u, context, words), words);
      case UpdateEvent.UpdateRetracted e ->
          update(state, e.id(), false, u -> retracted(who, e, u, words), words);
      case UpdateEvent.UpdateAcknowledged e -> Optional.empty();
      case UpdateEvent.QuestionAsked e -> Optional.empty();
      case UpdateEvent.QuestionAnswered e -> Optional.empty();
    };
  }

  private static Optional<NoticeContent> update(
      Updates.Held state,
      String id,
      boolean opens,
      Function<Update, String> telling,
      UpdateNoticeMessages words) {
    return state
        .updates()
        .find(id)
        .map(
            u ->
                new NoticeContent(
                    u.ref(),
                    titled(u.title(), u.attribution(), words),
                    opens,
                    "updates/" + id,
                    u.audience(),
                    telling.apply(u)));
  }

  /** A subject stands alone in a list of letters and on a locked phone: it says the terms, too. */
  public static String titled(String title, Update.Attribution terms, UpdateNoticeMessages words) {
    return terms == Update.Attribution.ON_RECORD ? title : title + " (" + words.plain(terms) + ")";
  }

  /** What is told of an update without its own words, under the terms of these. */
  static Optional<NoticeContent> remark(
      Updates.Held state, String id, Function<Update, String> telling, UpdateNoticeMessages words) {
    return update(
        state,
        id,
        false,
        u -> telling.apply(u) + "\n\n" + words.terms(words.plain(u.attribution())),
        words);
  }

  private static ChangeLines changes(
      Updates.Held state,
      UpdateEvent event,
      Update update,
      NoticeContext context,
      UpdateNoticeMessages words) {
    return UpdateChangeLines.of(state, update, event, context, words);
  }

  private static String news(
      Updates.Held state, String who, Update update, UpdateNoticeMessages words) {
    List<String> parts = new ArrayList<>();
    parts.add(words.update(who, company(state, update), words.plain(update.attribution())));
    parts.add(update.title());
    return String.join("\n\n", parts) + about(update, words) + "\n\n" + update.body();
  }

  /** What it refers to and what it promises, as paragraphs. */
  private static String about(Update update, UpdateNoticeMessages words) {
    UpdateReferences about = update.particulars();
    String provision = about.provision() == null ? "" : "\n\n" + words.provision(about.provision());
    return about.due() == null ? provision : provision + "\n\n" + words.promisedBy(about.due());
  }

  private static String corrected(
      Updates.Held state,
      UpdateEvent.UpdateCorrected e,
      Update update,
      NoticeContext context,
      UpdateNoticeMessages words) {
    List<String> parts = new ArrayList<>();
    parts.add(
        changes(state, e, update, context, words)
            .after(words.corrected(context.who(), words.plain(e.attribution()))));
    if (!e.note().isBlank()) {
      parts.add(e.note());
    }
    parts.add(words.newText());
    // what it says now, should it have been corrected again before this is sent
    parts.add(update.title() + about(update, words));
    parts.add(update.body());
    return String.join("\n\n", parts);
  }

  private static String staged(
      Updates.Held state,
      UpdateEvent.StageReached e,
      Update update,
      NoticeContext context,
      UpdateNoticeMessages words) {
    String first =
        changes(state, e, update, context, words)
            .after(words.staged(context.who(), company(state, update)));
    return e.note().isBlank() ? first : first + "\n\n" + e.note();
  }

  private static String retracted(
      String who, UpdateEvent.UpdateRetracted e, Update update, UpdateNoticeMessages words) {
    return words.retracted(who, words.plain(update.attribution())) + "\n\n" + e.reason();
  }

  private static String company(Updates.Held state, Update update) {
    return Objects.requireNonNull(state.members().organisations().get(update.company())).name();
  }
}
