package org.caucus.coalition.updates;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
          remark(state, e.id(), u -> words.passedOn(who, keeper(state, u, words)), words);
      case UpdateEvent.UpdateCorrected e ->
          update(state, e.id(), false, u -> corrected(who, e, u, words), words);
      case UpdateEvent.StageReached e ->
          remark(state, e.id(), u -> staged(state, who, e, u, words), words);
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

  private static String keeper(Updates.Held state, Update update, UpdateNoticeMessages words) {
    return update.keeper() == null ? words.nobody() : state.members().nameOf(update.keeper());
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
      String who, UpdateEvent.UpdateCorrected e, Update update, UpdateNoticeMessages words) {
    String first = words.corrected(who, words.plain(e.attribution()));
    // what it says now, should it have been corrected again before this is sent
    String text = first + "\n\n" + update.title() + about(update, words) + "\n\n" + update.body();
    return e.note().isBlank() ? text : e.note() + "\n\n" + text;
  }

  private static String staged(
      Updates.Held state,
      String who,
      UpdateEvent.StageReached e,
      Update update,
      UpdateNoticeMessages words) {
    String first = words.staged(who, company(state, update), words.plain(e.stage()));
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
