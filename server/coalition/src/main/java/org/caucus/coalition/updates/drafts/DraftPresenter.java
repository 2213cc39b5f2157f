package org.caucus.coalition.updates.drafts;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.coalition.updates.Updates;
import org.caucus.kernel.SeatId;

/** Shows drafts as the API does, to a seat of their company. */
final class DraftPresenter {
  private DraftPresenter() {}

  /** A draft as it is now, for the person who changed an older version. */
  static Map<String, Object> current(Updates.Held state, Draft draft, SeatId reader) {
    return show(state, draft, reader).getMap();
  }

  static JsonObject show(Updates.Held state, Draft draft, SeatId reader) {
    DraftContent said = draft.said();
    boolean own = state.members().isSamePerson(said.by(), reader);
    JsonObject shown =
        new JsonObject()
            .put("id", draft.id())
            .put("company", draft.company())
            .put("state", draft.state().name())
            .put("kind", said.kind().name())
            .put("stage", said.stage().name())
            .put("title", said.title())
            .put("body", said.body())
            .put("attribution", said.attribution().name())
            .put("audience", said.audience().wire())
            .put("readers", state.access().count(Updates.FEED.holds(said.audience(), draft.at())))
            .put("seat", said.by().value())
            .put("at", draft.at().toString())
            .put("version", draft.version())
            .put("mine", own)
            .put(
                "confirmable",
                draft.state() == Draft.State.WAITING
                    && !(own && DraftDecider.needsSecond(state, draft.company())));
    if (draft.publishAt() != null) {
      shown.put("publishAt", draft.publishAt().toString());
    }
    if (draft.confirmedBy() != null) {
      shown.put("confirmedBy", draft.confirmedBy().value());
    }
    if (draft.returned() != null) {
      shown.put("returnedBy", draft.returned().by().value());
      shown.put("returnedWith", draft.returned().note());
    }
    particulars(state, said.particulars(), reader, shown);
    addFiles(state.members().slug(), draft, shown);
    return shown;
  }

  private static void addFiles(String workspace, Draft draft, JsonObject shown) {
    String base = "/api/workspaces/" + workspace + "/drafts/" + draft.id();
    JsonArray files = new JsonArray();
    for (Entry.Attached file : draft.files()) {
      String id = DraftFiles.id(file);
      files.add(
          new JsonObject()
              .put("id", id)
              .put("name", file.name())
              .put("type", file.type())
              .put("size", file.size())
              .put("href", base + "/files/" + id));
    }
    shown.put("files", files);
    if (draft.said().letter() != null) {
      shown.put("original", base + "/original");
    }
  }

  /** What it refers to, as far as this reader can read that. */
  private static void particulars(
      Updates.Held state, UpdateReferences refers, SeatId reader, JsonObject shown) {
    if (refers.provision() != null) {
      shown.put("provision", refers.provision());
    }
    if (refers.due() != null) {
      shown.put("due", refers.due().toString());
    }
    JsonArray links = new JsonArray();
    refers.links().stream()
        .flatMap(ref -> state.linked(ref).stream())
        .filter(to -> state.access().canRead(reader, to.scope()))
        .forEach(to -> links.add(EntryPresenter.ref(to.ref())));
    if (!links.isEmpty()) {
      shown.put("links", links);
    }
  }
}
