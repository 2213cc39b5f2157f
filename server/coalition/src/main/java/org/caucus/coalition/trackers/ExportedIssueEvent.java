package org.caucus.coalition.trackers;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.coalition.trackers.fields.IssueFieldsJson;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.coalition.trackers.views.ViewJson;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What a copy says of what happened to trackers and issues. What is null is left out. */
final class ExportedIssueEvent {
  private final JsonObject shown;

  private ExportedIssueEvent(JsonObject shown) {
    this.shown = shown;
  }

  static void put(JsonObject shown, IssueEvent event) {
    new ExportedIssueEvent(shown).put(event);
  }

  private void put(IssueEvent event) {
    switch (event) {
      case IssueEvent.TrackerOpened e ->
          put("key", e.key())
              .put("name", e.name())
              .put("address", e.localPart())
              .put("audience", e.audience().wire());
      case IssueEvent.TrackerArranged e ->
          put("key", e.key()).put("arrangement", IssueFieldsJson.show(e.arrangement()));
      case IssueEvent.IssueOpened e -> opened(e);
      case IssueEvent.IssueEdited e -> edited(e);
      case IssueEvent.IssueClosed e -> put("id", e.id()).put("as", e.as().name());
      case IssueEvent.IssueReopened e -> put("id", e.id());
      case IssueEvent.IssueQuieted e -> put("id", e.id()).put("by", e.by().value());
      case IssueEvent.IssueWatched e -> put("id", e.id()).put("seat", e.seat().value());
      case IssueEvent.IssueUnwatched e -> put("id", e.id()).put("seat", e.seat().value());
      case IssueEvent.IssueRelated e -> relation(e.relation());
      case IssueEvent.IssueUnrelated e -> relation(e.relation());
      case IssueEvent.ViewSaved e ->
          put("id", e.id())
              .put("tracker", e.tracker())
              .put("name", e.name())
              .put("showing", ViewJson.show(e.showing()))
              .put("audience", e.audience().wire())
              .put("by", e.by().value());
      case IssueEvent.ViewRemoved e -> put("id", e.id()).put("tracker", e.tracker());
    }
  }

  private void opened(IssueEvent.IssueOpened e) {
    put("id", e.id())
        .put("label", e.label())
        .put("tracker", e.tracker())
        .put("title", e.title())
        .put("description", e.description())
        .put("provision", e.provision())
        .put("assignees", seats(e.assignees()))
        .put("due", e.due() == null ? null : e.due().toString())
        .put("audience", e.audience().wire())
        .put("by", e.by().value())
        .put("facets", e.facets() == null ? null : IssueFieldsJson.show(e.facets()));
  }

  private void edited(IssueEvent.IssueEdited e) {
    put("id", e.id())
        .put("title", e.title())
        .put("description", e.description())
        .put("provision", e.provision())
        .put("state", e.state() == null ? null : e.state().name())
        .put("assignees", seats(e.assignees()))
        .put("facets", e.more() == null ? null : IssueFieldsJson.show(e.more()));
    if (e.dueChanged()) {
      shown.put("due", e.due() == null ? null : e.due().toString());
    }
  }

  private void relation(Relation relation) {
    put("from", EntryPresenter.ref(relation.from()))
        .put("kind", relation.kind().name())
        .put("to", EntryPresenter.ref(relation.to()));
  }

  private static @Nullable JsonArray seats(@Nullable List<SeatId> seats) {
    return seats == null ? null : new JsonArray(seats.stream().map(SeatId::value).toList());
  }

  private ExportedIssueEvent put(String field, @Nullable Object value) {
    if (value != null) {
      shown.put(field, value);
    }
    return this;
  }
}
