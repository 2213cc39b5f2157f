package org.caucus.views.stream;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.actions.ActionPresenter;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.coalition.lists.ListPresenter;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.moderation.HoldPresenter;
import org.caucus.coalition.trackers.IssuePresenter;
import org.caucus.coalition.updates.UpdatePresenter;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.EventDescription;
import org.caucus.workspace.Workspace;

/**
 * The new form of each thing a commit changed, as one seat may see it: the API's {@code
 * ChangedResources}.
 */
final class ChangedResources {
  private final Workspace now;
  private final SeatId reader;
  private final String domain;
  private final Instant clock;
  private final JsonObject puts = new JsonObject();

  ChangedResources(Workspace now, SeatId reader, String domain, Instant clock) {
    this.now = now;
    this.reader = reader;
    this.domain = domain;
    this.clock = clock;
  }

  JsonObject json() {
    return puts;
  }

  /** Puts what this happening changed. */
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
    if (!readable(ref)) {
      return;
    }
    switch (ref.kind()) {
      case ISSUE ->
          now.issues().find(ref.id()).ifPresent(i -> put(Ref.to(Ref.Kind.TRACKER, i.tracker())));
      case UPDATE ->
          now.updates()
              .find(ref.id())
              .map(u -> UpdatePresenter.line(now, u.company(), reader, clock))
              .ifPresent(line -> add("companies", line));
      case WORKSPACE,
          ORGANISATION,
          SEAT,
          INVITATION,
          LIST,
          THREAD,
          ENTRY,
          HOLD,
          TRACKER,
          ACTION -> {}
    }
  }

  /** Exhaustive: a new kind of thing must say how browsers hear of it. */
  private void put(Ref ref) {
    if (!readable(ref)) {
      return;
    }
    switch (ref.kind()) {
      case LIST ->
          now.lists()
              .list(ref.id())
              .ifPresent(l -> add("lists", ListPresenter.show(now, l, reader, domain)));
      case THREAD -> now.lists().thread(ref.id()).ifPresent(this::putThread);
      case ENTRY ->
          now.entries()
              .find(ref.id())
              .ifPresent(
                  e -> add("entries", EntryPresenter.show(now, e, scope(e.parent()), reader)));
      case TRACKER ->
          now.issues()
              .tracker(ref.id())
              .ifPresent(t -> add("trackers", IssuePresenter.show(now, t, reader, domain)));
      case ISSUE -> putIssue(ref.id());
      case UPDATE -> putUpdate(ref.id());
      case ACTION ->
          now.actions()
              .find(ref.id())
              .ifPresent(a -> add("actions", ActionPresenter.show(now, a, reader)));
      case HOLD ->
          now.letters()
              .find(ref.id())
              .ifPresent(h -> add("holds", HoldPresenter.show(now, h, reader)));
      case INVITATION ->
          now.members()
              .invitation(ref.id(), clock)
              .ifPresent(i -> add("invitations", MemberPresenter.show(i)));
      case WORKSPACE, ORGANISATION, SEAT -> putRoster();
    }
  }

  private boolean readable(Ref ref) {
    return now.scopeOf(ref).filter(s -> now.access().canRead(reader, s)).isPresent();
  }

  private Scope scope(Ref ref) {
    return now.scopeOf(ref).orElseThrow();
  }

  /** With what was said last on its list, which this may be. */
  private void putThread(Thread thread) {
    add("threads", ListPresenter.show(now, thread, reader));
    now.lists()
        .list(thread.list())
        .flatMap(list -> ListPresenter.said(now, list, reader))
        .ifPresent(said -> add("said", said));
  }

  private void putIssue(String id) {
    now.issues().find(id).ifPresent(i -> add("issues", IssuePresenter.show(now, i, reader)));
  }

  private void putUpdate(String id) {
    now.updates().find(id).ifPresent(u -> add("updates", UpdatePresenter.show(now, u, reader)));
  }

  private void putRoster() {
    JsonObject roster = MemberPresenter.roster(now.members(), domain);
    puts.put("organisations", roster.getJsonArray("organisations"));
    puts.put("seats", roster.getJsonArray("seats"));
  }

  private void add(String kind, JsonObject thing) {
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
