package org.caucus.coalition.updates;

import io.vertx.core.json.JsonArray;
import java.time.Instant;
import org.caucus.coalition.capability.EventExport;
import org.caucus.coalition.entries.ExportedEntryEvent;
import org.caucus.coalition.updates.drafts.DraftContent;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/** What a reader is shown of events about updates. What was said off record leaves in no copy. */
public final class ExportedUpdateEvent {
  private final EventExport out;

  private ExportedUpdateEvent(EventExport out) {
    this.out = out;
  }

  /** Puts what is shown of it. */
  static void put(UpdateEvent event, EventExport to) {
    new ExportedUpdateEvent(to).update(event);
  }

  /** Puts what is shown of it. */
  public static void put(DraftEvent event, EventExport to) {
    new ExportedUpdateEvent(to).draft(event);
  }

  private void update(UpdateEvent event) {
    switch (event) {
      case UpdateEvent.UpdatePosted e -> posted(e);
      case UpdateEvent.UpdatePassedOn e -> out.put("id", e.id()).put("to", e.to());
      case UpdateEvent.UpdateCorrected e -> {
        out.put("id", e.id()).put("kind", e.kind()).put("attribution", e.attribution());
        said(e.attribution(), e.title(), e.body());
        out.put("note", e.note()).put("by", e.by());
        about(e.particulars());
      }
      case UpdateEvent.StageReached e ->
          out.put("id", e.id()).put("stage", e.stage()).put("note", e.note()).put("by", e.by());
      case UpdateEvent.UpdateRetracted e ->
          out.put("id", e.id()).put("reason", e.reason()).put("by", e.by());
      case UpdateEvent.UpdateAcknowledged e ->
          out.put("id", e.id()).put("organisation", e.organisation()).put("by", e.by());
      case UpdateEvent.QuestionAsked e ->
          out.put("update", e.update()).put("entry", e.entry()).put("by", e.by());
      case UpdateEvent.QuestionAnswered e ->
          out.put("update", e.update())
              .link("question", Ref.Kind.ENTRY, e.question())
              .put("entry", e.entry())
              .put("by", e.by());
    }
  }

  /** For its company alone. */
  private void draft(DraftEvent event) {
    out.put("company", event.company());
    switch (event) {
      case DraftEvent.UpdateDrafted e -> draft(e.id(), e.said(), e.publishAt());
      case DraftEvent.DraftRevised e -> draft(e.id(), e.said(), e.publishAt());
      case DraftEvent.DraftReturned e ->
          out.put("id", e.id()).put("note", e.note()).put("by", e.by());
      case DraftEvent.DraftConfirmed e -> out.put("id", e.id()).put("by", e.by());
      case DraftEvent.DraftPublished e ->
          out.put("id", e.id()).put("update", e.update()).put("by", e.by());
      case DraftEvent.DraftHeldBack e -> out.put("id", e.id()).put("why", e.why());
      case DraftEvent.DraftDiscarded e -> out.put("id", e.id()).put("by", e.by());
      case DraftEvent.CompanyRuled e -> out.put("second", e.second()).put("by", e.by());
    }
  }

  private void draft(String id, DraftContent said, @Nullable Instant publishAt) {
    out.put("id", id).put("kind", said.kind()).put("stage", said.stage());
    said(said.attribution(), said.title(), said.body());
    out.put("attribution", said.attribution())
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
    out.put("id", e.id()).put("company", e.company()).put("kind", e.kind()).put("stage", e.stage());
    said(e.attribution(), e.title(), e.body());
    out.put("attribution", e.attribution())
        .put("audience", e.audience().wire())
        .put("by", e.by())
        .put("via", e.via());
    about(e.particulars());
  }

  /** Not its links: the other end may be hidden from who reads this. */
  private void about(@Nullable UpdateReferences about) {
    if (about != null) {
      out.put("provision", about.provision()).put("due", about.due());
    }
  }

  /** What was said off record leaves in no copy. */
  private void said(Update.Attribution attribution, String title, String body) {
    if (attribution == Update.Attribution.OFF_RECORD) {
      out.put("withheld", "off record");
    } else {
      out.put("title", title).put("body", body);
    }
  }
}
