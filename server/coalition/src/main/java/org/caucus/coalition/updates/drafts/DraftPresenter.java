package org.caucus.coalition.updates.drafts;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.coalition.updates.Updates;
import org.caucus.kernel.SeatId;
import org.caucus.platform.json.JsonFields;

/** Shows drafts as the API does, to a seat of their company. */
final class DraftPresenter {
  private static final JsonFields<Shown> DRAFT =
      JsonFields.of(
          "Draft",
          Shown.class,
          "id company state said.kind said.stage said.title said.body said.attribution"
              + " said.audience readers seat:said.by at version mine confirmable publishAt"
              + " confirmedBy returnedBy:returned.by returnedWith:returned.note"
              + " said.particulars.provision said.particulars.due");

  private DraftPresenter() {}

  private record Shown(Draft draft, int readers, boolean mine, boolean confirmable) {}

  /** A draft as it is now, for the person who changed an older version. */
  static Map<String, Object> current(Updates.Held state, Draft draft, SeatId reader) {
    return show(state, draft, reader).getMap();
  }

  static JsonObject show(Updates.Held state, Draft draft, SeatId reader) {
    DraftContent said = draft.said();
    boolean own = state.members().isSamePerson(said.by(), reader);
    JsonObject shown =
        DRAFT.json(
            new Shown(
                draft,
                state.access().count(Updates.FEED.holds(said.audience(), draft.at())),
                own,
                draft.state() == Draft.State.WAITING
                    && !(own && DraftDecider.needsSecond(state, draft.company()))));
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
