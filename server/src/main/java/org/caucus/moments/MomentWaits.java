package org.caucus.moments;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.actions.Action;
import org.caucus.actions.ActionEvent;
import org.caucus.actions.plans.Embargo;
import org.caucus.actions.presence.PresenceDecider;
import org.caucus.audiences.AudienceEvent;
import org.caucus.command.Event;
import org.caucus.command.Floor;
import org.caucus.command.Ref;
import org.caucus.log.LogRecord;
import org.caucus.log.WorkspaceId;
import org.caucus.log.followers.Follower;
import org.caucus.relay.Current;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;

/**
 * Notes of every action when it must be looked at next. What it notes follows from the newest
 * state, so reading a commit again, or from the beginning, notes the same.
 */
public final class MomentWaits implements Follower {
  /** Its name among the followers. */
  public static final String NAME = "moments";

  private final Floor<Workspace> floor;
  private final MomentDues dues;

  /** The follower. */
  public MomentWaits(Floor<Workspace> floor, MomentDues dues) {
    this.floor = floor;
    this.dues = dues;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void handle(WorkspaceId workspace, LogRecord record) {
    Commit commit = CommitCodec.read(record.sequence(), record.plain());
    Set<String> actions = new LinkedHashSet<>();
    commit.events().forEach(e -> action(e).ifPresent(actions::add));
    if (!actions.isEmpty()) {
      Workspace state = Current.at(floor, workspace, commit.sequence());
      actions.forEach(id -> note(dues, state, new MomentDues.Due(workspace, id)));
    }
  }

  /** Notes what the state says of it. Blocks. */
  static void note(MomentDues dues, Workspace state, MomentDues.Due due) {
    Optional<Instant> next = state.actions().find(due.action()).flatMap(MomentWaits::next);
    if (next.isPresent()) {
      dues.note(due, next.get()).await();
    } else {
      dues.forget(due).await();
    }
  }

  /** When something happens to an action by itself; empty if nothing is to. */
  static Optional<Instant> next(Action action) {
    return Stream.concat(
            Stream.ofNullable(action.embargo()).map(Embargo::until),
            PresenceDecider.due(action).stream())
        .min(Comparator.naturalOrder());
  }

  /** The action an event may have given another time. */
  private static Optional<String> action(Event event) {
    return switch (event) {
      case ActionEvent.ActionPlanned e -> Optional.empty(); // its details come beside it
      case ActionEvent.ActionEdited e -> Optional.of(e.id());
      case ActionEvent.ActionDetailed e -> Optional.of(e.id());
      case ActionEvent.Reminded e -> Optional.of(e.action());
      case ActionEvent.Embargoed e -> Optional.of(e.action());
      case AudienceEvent e when e.of().kind() == Ref.Kind.ACTION -> Optional.of(e.of().id());
      default -> Optional.empty();
    };
  }
}
