package org.caucus.messaging.notifications.rules;

import java.time.Instant;
import java.util.List;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as it was, as far as one thing goes, to somebody who asks now: what was said of the
 * thing that they cannot read was never said. Who heard of what is told from this. So two worlds
 * that differ in what anyone who asks cannot read are one to them, whatever became of the thing
 * since.
 */
public final class HistoricalView {
  private final Workspace now;
  private final Ref thing;
  private final @Nullable SeatId asker;
  private Workspace then;
  private int read;
  private Instant seated = Instant.MIN;

  /**
   * Before the first commit.
   *
   * @param thing one that members follow
   * @param asker null for who may know everything
   */
  public HistoricalView(Workspace now, Ref thing, @Nullable SeatId asker) {
    this.now = now;
    this.thing = thing;
    this.asker = asker;
    this.then = Workspace.empty(now.id()).with(Members.SLICE, now.members());
  }

  /**
   * A workspace as it was at this commit, as far as one thing goes; as it is now if nothing became
   * of the thing since, of who is here, or of how mail comes.
   */
  public static Workspace asOf(Workspace now, Ref thing, Commit commit) {
    boolean passes = Capabilities.isFollowed(thing);
    HistoricalView past = new HistoricalView(now, thing, null);
    return passes && past.isTouchedAfter(commit) ? past.at(commit) : now;
  }

  private boolean isTouchedAfter(Commit commit) {
    List<Commit> history = now.history();
    for (Commit later : history.subList(Math.toIntExact(commit.sequence()), history.size())) {
      for (Event event : later.events()) {
        if (event instanceof MemberEvent || isOfIt(later, event)) {
          return true;
        }
      }
    }
    return false;
  }

  /** As of this commit, which is not before the one that was asked of last. */
  public Workspace at(Commit commit) {
    List<Commit> history = now.history();
    for (; read < commit.sequence(); read++) {
      Commit next = history.get(read);
      for (Event event : next.events()) {
        if (isOfIt(next, event)) {
          then = then.evolve(event, next);
        }
      }
    }
    if (!commit.at().equals(seated)) {
      Members seats = now.members().asOf(commit.at());
      then = seats.seats().equals(then.members().seats()) ? then : then.with(Members.SLICE, seats);
      seated = commit.at();
    }
    return then;
  }

  /**
   * Whether an event is part of it: of the thing, known to the person who asks, or of how mail
   * comes.
   */
  public boolean isOfIt(Commit commit, Event event) {
    return switch (event) {
      case EntryEvent.EntryPosted e -> e.parent().equals(thing) && isKnown(commit, e);
      case EntryEvent.EntryImported e -> e.parent().equals(thing) && isKnown(commit, e);
      case AudienceEvent e -> isOfIt(e.of());
      default ->
          Capabilities.isSetting(event)
              || (Capabilities.isFollowed(thing)
                  && Capabilities.isOf(event, thing)
                  && now.about(commit, event, thing)
                  && (Capabilities.changesHead(event) || isKnown(commit, event)));
    };
  }

  private boolean isOfIt(Ref of) {
    return switch (of.kind()) {
      case ENTRY -> then.entries().find(of.id()).isPresent();
      case TRACKER -> true;
      default -> of.equals(thing);
    };
  }

  private boolean isKnown(Commit commit, Event event) {
    return asker == null || now.mayKnow(commit, event, asker);
  }
}
