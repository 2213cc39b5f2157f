package org.caucus.messaging.inbound.pipeline.guards;

import java.util.Objects;
import java.util.stream.Stream;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** What a thing was called at any time: letters about it say what it was called then. */
final class FormerTitles {
  private FormerTitles() {}

  static Stream<String> of(Workspace workspace, Ref thing) {
    return workspace.history().stream()
        .flatMap(commit -> commit.events().stream())
        .map(event -> title(event, thing.id()))
        .filter(Objects::nonNull)
        .distinct();
  }

  private static @Nullable String title(Event event, String id) {
    return switch (event) {
      case ListEvent.ThreadStarted e when e.id().equals(id) -> e.subject();
      case ListEvent.ThreadImported e when e.id().equals(id) -> e.subject();
      case IssueEvent.IssueOpened e when e.id().equals(id) -> e.title();
      case IssueEvent.IssueEdited e when e.id().equals(id) -> e.title();
      case UpdateEvent.UpdatePosted e when e.id().equals(id) -> e.title();
      case UpdateEvent.UpdateCorrected e when e.id().equals(id) -> e.title();
      case ActionEvent.ActionPlanned e when e.id().equals(id) -> e.title();
      case ActionEvent.ActionEdited e when e.id().equals(id) -> e.title();
      default -> null;
    };
  }
}
