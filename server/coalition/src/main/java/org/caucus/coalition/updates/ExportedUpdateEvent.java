package org.caucus.coalition.updates;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.function.Predicate;
import org.caucus.coalition.capability.EventExport;
import org.caucus.coalition.entries.ExportedEntryEvent;
import org.caucus.coalition.updates.drafts.DraftContent;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What a reader is shown of events about updates. What was said off record leaves in no copy. */
public final class ExportedUpdateEvent {
  private final JsonObject shown;

  private final Predicate<Ref> reads;

  private ExportedUpdateEvent(JsonObject shown, Predicate<Ref> reads) {
    this.shown = shown;
    this.reads = reads;
  }

  /** Puts what is shown of it. */
  static void put(UpdateEvent event, EventExport to) {
    new ExportedUpdateEvent(to.json(), to::reads).update(event);
  }

  /** Puts what is shown of it. */
  public static void put(DraftEvent event, EventExport to) {
    new ExportedUpdateEvent(to.json(), to::reads).draft(event);
  }

  private void update(UpdateEvent event) {
    switch (event) {
      case UpdateEvent.UpdatePosted e -> posted(e);
      case UpdateEvent.UpdatePassedOn e -> put("id", e.id()).put("to", e.to());
      case UpdateEvent.UpdateCorrected e -> {
        put("id", e.id()).put("kind", e.kind()).put("attribution", e.attribution());
        said(e.attribution(), e.title(), e.body());
        put("note", e.note()).put("by", e.by());
        about(e.particulars());
      }
      case UpdateEvent.StageReached e ->
          put("id", e.id()).put("stage", e.stage()).put("note", e.note()).put("by", e.by());
      case UpdateEvent.UpdateRetracted e ->
          put("id", e.id()).put("reason", e.reason()).put("by", e.by());
      case UpdateEvent.UpdateAcknowledged e ->
          put("id", e.id()).put("organisation", e.organisation()).put("by", e.by());
      case UpdateEvent.QuestionAsked e ->
          put("update", e.update()).put("entry", e.entry()).put("by", e.by());
      case UpdateEvent.QuestionAnswered e ->
          put("update", e.update())
              .put(
                  "question",
                  reads.test(Ref.to(Ref.Kind.ENTRY, e.question())) ? e.question() : null)
              .put("entry", e.entry())
              .put("by", e.by());
    }
  }

  /** For its company alone. */
  private void draft(DraftEvent event) {
    put("company", event.company());
    switch (event) {
      case DraftEvent.UpdateDrafted e -> draft(e.id(), e.said(), e.publishAt());
      case DraftEvent.DraftRevised e -> draft(e.id(), e.said(), e.publishAt());
      case DraftEvent.DraftReturned e -> put("id", e.id()).put("note", e.note()).put("by", e.by());
      case DraftEvent.DraftConfirmed e -> put("id", e.id()).put("by", e.by());
      case DraftEvent.DraftPublished e ->
          put("id", e.id()).put("update", e.update()).put("by", e.by());
      case DraftEvent.DraftHeldBack e -> put("id", e.id()).put("why", e.why());
      case DraftEvent.DraftDiscarded e -> put("id", e.id()).put("by", e.by());
      case DraftEvent.CompanyRuled e -> put("second", e.second()).put("by", e.by());
    }
  }

  private void draft(String id, DraftContent said, @Nullable Instant publishAt) {
    put("id", id).put("kind", said.kind()).put("stage", said.stage());
    said(said.attribution(), said.title(), said.body());
    put("attribution", said.attribution())
        .put("audience", said.audience().wire())
        .put("by", said.by())
        .put("publishAt", publishAt)
        .put("files", files(said));
  }

  /** By name; of what is off record not even that. */
  private static @Nullable JsonArray files(DraftContent said) {
    boolean told = said.attribution() != Update.Attribution.OFF_RECORD && !said.files().isEmpty();
    return told ? ExportedEntryEvent.attachments(said.files()) : null;
  }

  private void posted(UpdateEvent.UpdatePosted e) {
    put("id", e.id()).put("company", e.company()).put("kind", e.kind()).put("stage", e.stage());
    said(e.attribution(), e.title(), e.body());
    put("attribution", e.attribution())
        .put("audience", e.audience().wire())
        .put("by", e.by())
        .put("via", e.via());
    about(e.particulars());
  }

  /** Not its links: the other end may be hidden from who reads this. */
  private void about(@Nullable UpdateReferences about) {
    if (about != null) {
      put("provision", about.provision()).put("due", about.due());
    }
  }

  /** What was said off record leaves in no copy. */
  private void said(Update.Attribution attribution, String title, String body) {
    if (attribution == Update.Attribution.OFF_RECORD) {
      put("withheld", "off record");
    } else {
      put("title", title).put("body", body);
    }
  }

  /** What is null is left out. */
  private ExportedUpdateEvent put(String field, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case SeatId seat -> shown.put(field, seat.value());
      case Enum<?> constant -> shown.put(field, constant.name());
      case JsonArray all -> shown.put(field, all);
      default -> shown.put(field, value.toString());
    }
    return this;
  }
}
