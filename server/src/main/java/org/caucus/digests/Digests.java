package org.caucus.digests;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.caucus.command.Event;
import org.caucus.command.Floor;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.entries.EntryEvent.EntryPosted;
import org.caucus.lists.Delivery;
import org.caucus.lists.mail.Channel;
import org.caucus.log.LogRecord;
import org.caucus.log.WorkspaceId;
import org.caucus.log.followers.Follower;
import org.caucus.members.Seat;
import org.caucus.relay.Current;
import org.caucus.relay.served.Reach;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;

/** Notes for every seat that wants digests that there is a post for the next one. */
public final class Digests implements Follower {
  /** Its name among the followers. */
  public static final String NAME = "digests";

  /** So many posts leave at once and do not wait for the morning. */
  public static final int MAX_POSTS = 25;

  /** How often a note is tried while others write theirs. */
  private static final int TRIES = 20;

  private final Floor<Workspace> floor;
  private final Gatherings gatherings;
  private final InstantSource clock;

  /** The follower. */
  public Digests(Floor<Workspace> floor, Gatherings gatherings, InstantSource clock) {
    this.floor = floor;
    this.gatherings = gatherings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void handle(WorkspaceId workspace, LogRecord record) {
    Commit commit = CommitCodec.read(record.sequence(), record.plain());
    List<EntryPosted> posts = new ArrayList<>();
    for (Event event : commit.events()) {
      if (event instanceof EntryPosted posted && posted.parent().kind() == Ref.Kind.THREAD) {
        posts.add(posted);
      }
    }
    if (!posts.isEmpty()) {
      gather(Current.at(floor, workspace, commit.sequence()), commit, posts);
    }
  }

  private void gather(Workspace state, Commit commit, List<EntryPosted> posts) {
    Map<String, List<EntryPosted>> byList =
        posts.stream()
            .collect(
                Collectors.groupingBy(
                    p -> state.lists().thread(p.parent().id()).orElseThrow().list(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Future<Void>> notes = new ArrayList<>();
    byList.forEach(
        (list, some) ->
            state.members().active().stream()
                .map(Seat::id)
                .forEach(
                    seat -> {
                      int many = (int) some.stream().filter(p -> wants(state, commit, p, seat)).count();
                      if (many > 0) {
                        notes.add(note(state, seat, list, commit.sequence(), many, TRIES));
                      }
                    }));
    Future.all(notes).await();
  }

  private static boolean wants(Workspace state, Commit commit, EntryPosted post, SeatId seat) {
    return Reach.of(state, commit, post, seat) == Channel.DIGEST;
  }

  private Future<Void> note(
      Workspace state, SeatId seat, String list, long sequence, int posts, int tries) {
    String id = Gathering.id(state.id(), seat, list);
    return gatherings
        .find(id)
        .compose(found -> noted(state, seat, list, sequence, posts, found))
        .compose(
            done ->
                done
                    ? Future.succeededFuture()
                    : tries > 1
                        ? note(state, seat, list, sequence, posts, tries - 1)
                        : Future.failedFuture(
                            new IllegalStateException("others write this gathering all the time")));
  }

  private Future<Boolean> noted(
      Workspace state,
      SeatId seat,
      String list,
      long sequence,
      int posts,
      Optional<Gatherings.Held> found) {
    if (found.isEmpty()) {
      var fresh = Gathering.before(state.id(), seat, list, sequence).with(sequence, posts);
      return gatherings.begin(fresh, due(state, fresh));
    }
    Gathering was = found.get().gathering();
    if (was.upTo() >= sequence) {
      return Future.succeededFuture(true); // read again after a crash
    }
    Gathering is = was.with(sequence, posts);
    boolean waits = !was.isEmpty() && found.get().due().isPresent() && !leavesNow(state, is);
    OptionalLong due =
        waits ? found.get().due() : OptionalLong.of(due(state, is).toEpochMilli());
    return gatherings.replace(found.get(), is, due);
  }

  private Instant due(Workspace state, Gathering gathering) {
    return leavesNow(state, gathering)
        ? clock.instant()
        : Gathering.morning(
            clock.instant(), state.lists().habits().now(gathering.seat()).zone());
  }

  /** A summary comes once a day, however much there is. */
  private static boolean leavesNow(Workspace state, Gathering gathering) {
    Delivery mode = state.lists().habits().now(gathering.seat(), gathering.list()).mode();
    return gathering.isFull() && mode != Delivery.SUMMARY;
  }
}
