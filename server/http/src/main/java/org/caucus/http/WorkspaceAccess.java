package org.caucus.http;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;

/** Finds the workspace of a path and the caller's seat in it. */
public interface WorkspaceAccess {
  /** A caller's place. */
  record Place(WorkspaceId workspace, SeatId seat) {}

  /**
   * The place.
   *
   * @param path the workspace's name; for who has several seats, with {@code ~} and the
   *     organisation they act for. Refused to who has several and does not say for which
   * @return empty if there is no such workspace or no active seat in it, nobody can tell which.
   */
  Future<Optional<Place>> open(String path, String person);

  /**
   * The same place, seen as a company's liaisons see it; refused to the person who may not look, or
   * did not say so first.
   */
  Future<Place> lookAs(Place place, String company, Instant now);
}
