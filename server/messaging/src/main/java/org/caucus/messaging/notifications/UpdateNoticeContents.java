package org.caucus.messaging.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.coalition.updates.drafts.DraftContent;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.Ref;
import org.caucus.workspace.Workspace;

/** What is told of updates; each time with the terms under which it was said. */
final class UpdateNoticeContents {
  private UpdateNoticeContents() {}

  static Optional<NoticeContent> of(
      Workspace state, String who, UpdateEvent event, NoticeMessages words) {
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

  static Optional<NoticeContent> draft(
      Workspace state, String who, DraftEvent event, NoticeMessages words) {
    return switch (event) {
      case DraftEvent.UpdateDrafted e ->
          Optional.of(
              draft(
                  e.company(),
                  e.said(),
                  words.drafted(who, words.plain(e.said().attribution())),
                  words));
      case DraftEvent.DraftRevised e ->
          Optional.of(
              draft(
                  e.company(),
                  e.said(),
                  words.revised(who, words.plain(e.said().attribution())),
                  words));
      case DraftEvent.DraftHeldBack e ->
          Optional.of(draft(e.company(), words.heldBackTitle(), heldBack(state, e, words)));
      case DraftEvent.DraftReturned e ->
          toAuthor(
              state, e.id(), words.sentBack(who) + (e.note().isBlank() ? "" : "\n\n" + e.note()));
      case DraftEvent.DraftConfirmed e -> toAuthor(state, e.id(), words.agreed(who, true));
      case DraftEvent.DraftPublished e -> toAuthor(state, e.id(), words.agreed(who, false));
      case DraftEvent.DraftDiscarded e -> toAuthor(state, e.id(), words.discarded(who));
      case DraftEvent.CompanyRuled e -> Optional.empty();
    };
  }

  private static String heldBack(
      Workspace state, DraftEvent.DraftHeldBack e, NoticeMessages words) {
    String why = words.heldBack(e.why());
    return state
        .updates()
        .drafts()
        .find(e.id())
        .map(d -> why + "\n\n" + d.said().title())
        .orElse(why);
  }

  private static Optional<NoticeContent> toAuthor(Workspace state, String id, String body) {
    return state.updates().drafts().find(id).map(d -> draft(d.company(), d.said().title(), body));
  }

  private static NoticeContent draft(
      String company, DraftContent said, String first, NoticeMessages words) {
    return draft(
        company, titled(said.title(), said.attribution(), words), first + "\n\n" + said.body());
  }

  private static NoticeContent draft(String company, String title, String body) {
    Ref of = Ref.to(Ref.Kind.ORGANISATION, company);
    return new NoticeContent(of, title, true, "updates", Audience.companyOnly(company), body);
  }

  private static Optional<NoticeContent> update(
      Workspace state,
      String id,
      boolean opens,
      NoticeContent.Telling<Update> telling,
      NoticeMessages words) {
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
                    telling.of(u)));
  }

  /** A subject stands alone in a list of letters and on a locked phone: it says the terms, too. */
  private static String titled(String title, Update.Attribution terms, NoticeMessages words) {
    return terms == Update.Attribution.ON_RECORD ? title : title + " (" + words.plain(terms) + ")";
  }

  /** What is told of an update without its own words, under the terms of these. */
  static Optional<NoticeContent> remark(
      Workspace state, String id, NoticeContent.Telling<Update> telling, NoticeMessages words) {
    return update(
        state,
        id,
        false,
        u -> telling.of(u) + "\n\n" + words.terms(words.plain(u.attribution())),
        words);
  }

  private static String keeper(Workspace state, Update update, NoticeMessages words) {
    return update.keeper() == null ? words.nobody() : state.members().nameOf(update.keeper());
  }

  private static String news(Workspace state, String who, Update update, NoticeMessages words) {
    List<String> parts = new ArrayList<>();
    parts.add(words.update(who, company(state, update), words.plain(update.attribution())));
    parts.add(update.title());
    return String.join("\n\n", parts) + about(update, words) + "\n\n" + update.body();
  }

  /** What it refers to and what it promises, as paragraphs. */
  private static String about(Update update, NoticeMessages words) {
    UpdateReferences about = update.particulars();
    String provision = about.provision() == null ? "" : "\n\n" + words.provision(about.provision());
    return about.due() == null ? provision : provision + "\n\n" + words.promisedBy(about.due());
  }

  private static String corrected(
      String who, UpdateEvent.UpdateCorrected e, Update update, NoticeMessages words) {
    String first = words.corrected(who, words.plain(e.attribution()));
    // what it says now, should it have been corrected again before this is sent
    String text = first + "\n\n" + update.title() + about(update, words) + "\n\n" + update.body();
    return e.note().isBlank() ? text : e.note() + "\n\n" + text;
  }

  private static String staged(
      Workspace state,
      String who,
      UpdateEvent.StageReached e,
      Update update,
      NoticeMessages words) {
    String first = words.staged(who, company(state, update), words.plain(e.stage()));
    return e.note().isBlank() ? first : first + "\n\n" + e.note();
  }

  private static String retracted(
      String who, UpdateEvent.UpdateRetracted e, Update update, NoticeMessages words) {
    return words.retracted(who, words.plain(update.attribution())) + "\n\n" + e.reason();
  }

  private static String company(Workspace state, Update update) {
    return Objects.requireNonNull(state.members().organisations().get(update.company())).name();
  }
}
