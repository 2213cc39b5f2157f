package org.caucus.coalition.entries;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.caucus.coalition.capability.EventExport;
import org.caucus.kernel.Ref;

/** What a copy says of what people said. */
public final class ExportedEntryEvent {
  private final EventExport out;

  private ExportedEntryEvent(EventExport out) {
    this.out = out;
  }

  static void put(EntryEvent event, EventExport to) {
    ExportedEntryEvent export = new ExportedEntryEvent(to);
    switch (event) {
      case EntryEvent.EntryPosted e -> export.entry(e);
      case EntryEvent.EntryImported e -> export.entry(e);
    }
  }

  private void entry(EntryEvent.EntryImported e) {
    out.put("id", e.id())
        .put("parent", EntryPresenter.ref(e.parent()))
        .link("answers", Ref.Kind.ENTRY, e.answers())
        .put("seat", e.seat())
        .put("audience", e.audience().wire())
        .put("at", e.at().toString())
        .put("text", e.text())
        .put("attachments", attachments(e.letter()));
  }

  private void entry(EntryEvent.EntryPosted e) {
    out.put("id", e.id())
        .put("parent", EntryPresenter.ref(e.parent()))
        .link("answers", Ref.Kind.ENTRY, e.answers())
        .put("seat", e.seat())
        .put("audience", e.audience().wire())
        .put("text", e.text())
        .put("via", e.via().name());
    if (e.letter() != null) {
      out.put("attachments", attachments(e.letter()));
    } else if (!e.attached().isEmpty()) {
      out.put("attachments", attachments(e.attached()));
    }
  }

  /** Files by name, type and size. */
  public static JsonArray attachments(List<Entry.Attached> files) {
    JsonArray all = new JsonArray();
    for (Entry.Attached f : files) {
      all.add(
          new JsonObject()
              .put("n", all.size() + 1)
              .put("name", f.name())
              .put("type", f.type())
              .put("size", f.size()));
    }
    return all;
  }

  private static JsonArray attachments(EntryLetter letter) {
    JsonArray all = new JsonArray();
    for (EntryLetter.Attachment a : letter.attachments()) {
      all.add(
          new JsonObject()
              .put("n", a.index() + 1)
              .put("name", a.name())
              .put("type", a.type())
              .put("size", a.size()));
    }
    return all;
  }
}
