package org.caucus.messaging.notifications.digests;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.EntryEvent.EntryPosted;
import org.caucus.coalition.lists.MailContent;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.distribution.recall.SendDelay;
import org.caucus.messaging.distribution.receipts.DeliveryPolicy;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.subscriptions.Subscription;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceAt;

/** Notes for every seat that wants digests that there is a post for the next one. */
public final class Digests implements Subscription {
  /** Its name among the followers. */
  public static final String NAME = "digests";

  /** So many posts leave at once and do not wait for the morning. */
  public static final int MAX_POSTS = 25;

  private final CommandBus<Workspace> floor;
  private final DigestNotes notes;
  private final MailContent.Waits waits;
  private final InstantSource clock;

  /**
   * The follower.
   *
   * @param waits which letters wait a minute where neither list nor workspace chose
   */
  public Digests(
      CommandBus<Workspace> floor,
      PendingDigests gatherings,
      MailContent.Waits waits,
      InstantSource clock) {
    this.waits = waits;
    this.floor = floor;
    this.notes = new DigestNotes(gatherings, clock);
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
      gather(WorkspaceAt.sequence(floor, workspace, commit.sequence()), commit, posts);
    }
  }

  private void gather(Workspace state, Commit commit, List<EntryPosted> posts) {
    Map<String, List<EntryPosted>> byList =
        posts.stream()
            .collect(
                Collectors.groupingBy(
                    p -> state.lists().listOf(p.parent(), commit.sequence()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Future<Void>> all = new ArrayList<>();
    byList.forEach(
        (list, some) ->
            state.members().all().stream()
                .map(Seat::id)
                .forEach(
                    seat -> {
                      List<EntryPosted> wanted =
                          some.stream()
                              .filter(
                                  p ->
                                      DigestPosts.isWanted(state, commit, p, seat)
                                          || DeliveryPolicy.wasToGather(state, commit, p, seat))
                              .toList();
                      if (!wanted.isEmpty()) {
                        int open =
                            (int)
                                wanted.stream()
                                    .filter(p -> DigestPosts.isOpen(state, p, list))
                                    .count();
                        Instant leaves = leaves(state, commit, list, some.getLast(), seat);
                        long sequence = commit.sequence();
                        all.add(
                            notes.note(
                                state,
                                new DigestNotes.News(
                                    seat, list, sequence, open, List.of(), leaves)));
                      }
                    }));
    Future.all(all).await();
  }

  /** Not while it can be taken back. */
  private Instant leaves(
      Workspace state, Commit commit, String list, EntryPosted post, SeatId seat) {
    MailContent.Waits chosen = state.lists().waits(list, waits);
    return SendDelay.of(state, chosen, post.seat(), commit.at(), clock.instant()).at(seat);
  }
}
