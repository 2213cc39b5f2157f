package org.caucus.messaging.inbound.pipeline.guards;

import java.util.Objects;
import java.util.stream.Stream;
import org.caucus.kernel.Ref;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Workspace;

/** What a thing was called at any time: letters about it say what it was called then. */
final class FormerTitles {
  private FormerTitles() {}

  static Stream<String> of(Workspace workspace, Ref thing) {
    return workspace.history().stream()
        .flatMap(commit -> commit.events().stream())
        .map(event -> Capabilities.title(event, thing.id()))
        .filter(Objects::nonNull)
        .distinct();
  }
}
