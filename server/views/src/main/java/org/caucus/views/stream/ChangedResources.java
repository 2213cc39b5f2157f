package org.caucus.views.stream;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.caucus.coalition.capability.ChangedThings;
import org.caucus.coalition.trackers.IssuePresenter;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.EventDescription;
import org.caucus.workspace.Workspace;

/**
 * The new form of each thing a commit changed, as one seat may see it: the API's {@code
 * ChangedResources}.
 */
final class ChangedResources implements ChangedThings {
  private final Workspace now;
  private final SeatId reader;
  private final String domain;
  private final Instant clock;
  private final JsonObject puts = new JsonObject();

  /** What was put already: several events of a commit may change one thing. */
  private final Set<Ref> shown = new HashSet<>();

  ChangedResources(Workspace now, SeatId reader, String domain, Instant clock) {
    this.now = now;
    this.reader = reader;
    this.domain = domain;
    this.clock = clock;
  }

  JsonObject json() {
    return puts;
  }

  /** Puts what this event changed. */
  void put(EventDescription happening) {
    put(happening.ref());
    beside(happening.ref());
    if (happening.under() != null) {
      put(happening.under());
    }
  }

  /** All saved views of a tracker that this seat reads: one that is not among them is gone. */
  void putViews(String tracker) {
    now.issues()
        .tracker(tracker)
        .ifPresent(t -> puts.put("views", IssuePresenter.views(now, t, reader)));
  }

  /**
   * What is counted from a thing and so may have changed with it. Not with what hangs on it: a
   * comment costs what the comment costs, however many issues the tracker has.
   */
  private void beside(Ref ref) {
    if (readable(ref)) {
      Capabilities.showCounts(now, ref, this);
    }
  }

  @Override
  public void put(Ref ref) {
    if (shown.add(ref) && readable(ref)) {
      Capabilities.show(now, ref, this);
    }
  }

  private boolean readable(Ref ref) {
    return now.canRead(reader, ref);
  }

  @Override
  public SeatId reader() {
    return reader;
  }

  @Override
  public String domain() {
    return domain;
  }

  @Override
  public Instant at() {
    return clock;
  }

  @Override
  public void all(String kind, JsonArray things) {
    puts.put(kind, things);
  }

  @Override
  public void add(String kind, JsonObject thing) {
    JsonArray things = puts.getJsonArray(kind);
    if (things == null) {
      things = new JsonArray();
      puts.put(kind, things);
    }
    if (!things.contains(thing)) {
      things.add(thing);
    }
  }
}
