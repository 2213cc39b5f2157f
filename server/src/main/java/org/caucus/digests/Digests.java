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
import org.caucus.relay.recall.Leaving;
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
                      int many =
                          (int) some.stream().filter(p -> wants(state, commit, p, seat)).count();
                      if (many > 0) {
                        Instant leaves = leaves(state, commit, some.getLast(), seat);
                        var news = new News(seat, list, commit.sequence(), many, leaves);
                        notes.add(note(state, news, TRIES));
                      }
                    }));
    Future.all(notes).await();
  }

  /**
   * Noted for each seat of a person: which of them has it is asked when it leaves, and the first
   * may have lost it by then.
   */
  private static boolean wants(Workspace state, Commit commit, EntryPosted post, SeatId seat) {
    return Reach.alone(state, commit, post, seat) == Channel.DIGEST;
  }

  /** Not while it can be taken back. */
  private Instant leaves(Workspace state, Commit commit, EntryPosted post, SeatId seat) {
    return Leaving.of(state, post.seat(), commit.at(), clock.instant()).at(seat);
  }

  /**
   * That there is something for a seat.
   *
   * @param notBefore when it may leave
   */
  private record News(SeatId seat, String list, long sequence, int posts, Instant notBefore) {}

  private Future<Void> note(Workspace state, News news, int tries) {
    return gatherings
        .find(Gathering.id(state.id(), news.seat(), news.list()))
        .compose(found -> noted(state, news, found))
        .compose(
            done ->
                done
                    ? Future.succeededFuture()
                    : tries > 1
                        ? note(state, news, tries - 1)
                        : Future.failedFuture(
                            new IllegalStateException("others write this gathering all the time")));
  }

  private Future<Boolean> noted(Workspace state, News news, Optional<Gatherings.Held> found) {
    if (found.isEmpty()) {
      var fresh =
          Gathering.before(state.id(), news.seat(), news.list(), news.sequence())
              .with(news.sequence(), news.posts());
      return gatherings.begin(fresh, due(state, fresh, news));
    }
    Gathering was = found.get().gathering();
    if (was.upTo() >= news.sequence()) {
      return Future.succeededFuture(true); // read again after a crash
    }
    Gathering is = was.with(news.sequence(), news.posts());
    boolean waits = !was.isEmpty() && found.get().due().isPresent() && !leavesNow(state, is);
    long due =
        waits
            ? Math.max(found.get().due().getAsLong(), news.notBefore().toEpochMilli())
            : due(state, is, news).toEpochMilli();
    return gatherings.replace(found.get(), is, OptionalLong.of(due));
  }

  private Instant due(Workspace state, Gathering gathering, News news) {
    Instant morning =
        Gathering.morning(clock.instant(), state.lists().habits().now(gathering.seat()).zone());
    return leavesNow(state, gathering) || morning.isBefore(news.notBefore())
        ? news.notBefore()
        : morning;
  }

  /** A summary comes once a day, however much there is. */
  private static boolean leavesNow(Workspace state, Gathering gathering) {
    Delivery mode = state.lists().habits().now(gathering.seat(), gathering.list()).mode();
    return gathering.isFull() && mode != Delivery.SUMMARY;
  }
}
