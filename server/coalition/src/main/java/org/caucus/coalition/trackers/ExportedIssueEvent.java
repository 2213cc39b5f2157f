package org.caucus.coalition.trackers;

import io.vertx.core.json.JsonArray;
import java.util.List;
import org.caucus.coalition.capability.EventExport;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.coalition.trackers.fields.IssueFieldsJson;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.coalition.trackers.views.ViewJson;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What a copy says of what happened to trackers and issues. What is null is left out. */
final class ExportedIssueEvent {
  private final EventExport out;

  private ExportedIssueEvent(EventExport out) {
    this.out = out;
  }

  static void put(IssueEvent event, EventExport to) {
    new ExportedIssueEvent(to).issue(event);
  }

  private void issue(IssueEvent event) {
    switch (event) {
      case IssueEvent.TrackerOpened e ->
          out.put("key", e.key())
              .put("name", e.name())
              .put("address", e.localPart())
              .put("audience", e.audience().wire());
      case IssueEvent.TrackerArranged e ->
          out.put("key", e.key()).put("arrangement", IssueFieldsJson.show(e.arrangement()));
      case IssueEvent.IssueOpened e -> opened(e);
      case IssueEvent.IssueEdited e -> edited(e);
      case IssueEvent.IssueClosed e -> out.put("id", e.id()).put("as", e.as());
      case IssueEvent.IssueReopened e -> out.put("id", e.id());
      case IssueEvent.IssueQuieted e -> out.put("id", e.id()).put("by", e.by());
      case IssueEvent.IssueWatched e -> out.put("id", e.id()).put("seat", e.seat());
      case IssueEvent.IssueUnwatched e -> out.put("id", e.id()).put("seat", e.seat());
      case IssueEvent.IssueRelated e -> relation(e.relation());
      case IssueEvent.IssueUnrelated e -> relation(e.relation());
      case IssueEvent.ViewSaved e ->
          out.put("id", e.id())
              .put("tracker", e.tracker())
              .put("name", e.name())
              .put("showing", ViewJson.show(e.showing()))
              .put("audience", e.audience().wire())
              .put("by", e.by());
      case IssueEvent.ViewRemoved e -> out.put("id", e.id()).put("tracker", e.tracker());
    }
  }

  private void opened(IssueEvent.IssueOpened e) {
    out.put("id", e.id())
        .put("label", e.label())
        .put("tracker", e.tracker())
        .put("title", e.title())
        .put("description", e.description())
        .put("provision", e.provision())
        .put("assignees", seats(e.assignees()))
        .put("due", e.due())
        .put("audience", e.audience().wire())
        .put("by", e.by())
        .put("facets", e.facets() == null ? null : IssueFieldsJson.show(e.facets()));
  }

  private void edited(IssueEvent.IssueEdited e) {
    out.put("id", e.id())
        .put("title", e.title())
        .put("description", e.description())
        .put("provision", e.provision())
        .put("state", e.state())
        .put("assignees", seats(e.assignees()))
        .put("facets", e.more() == null ? null : IssueFieldsJson.show(e.more()));
    if (e.dueChanged()) {
      out.json().put("due", e.due() == null ? null : e.due().toString());
    }
  }

  private void relation(Relation relation) {
    out.put("from", EntryPresenter.ref(relation.from()))
        .put("kind", relation.kind())
        .put("to", EntryPresenter.ref(relation.to()));
  }

  private static @Nullable JsonArray seats(@Nullable List<SeatId> seats) {
    return seats == null ? null : new JsonArray(seats.stream().map(SeatId::value).toList());
  }
}
