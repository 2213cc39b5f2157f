package org.caucus.messaging.distribution.recipients;

import java.util.Objects;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Event;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceAt;

/** Reads the state, the commit and the event that a parcel is about. */
public final class BatchState {
  /** In a parcel, the commit it is about. */
  public static final String SEQUENCE = "sequence";

  /** In a parcel that is about one event, the place of that among the events of the commit. */
  public static final String EVENT = "event";

  private BatchState() {}

  /** The newest state, including the commit a parcel is about; blocks until this node knows it. */
  public static Workspace of(CommandBus<Workspace> floor, DeliveryBatch parcel) {
    return WorkspaceAt.sequence(
        floor, Objects.requireNonNull(parcel.workspace()), parcel.payload().getLong(SEQUENCE));
  }

  /** The commit a parcel is about. */
  public static Commit commit(Workspace state, DeliveryBatch parcel) {
    return state.history().get(Math.toIntExact(parcel.payload().getLong(SEQUENCE) - 1));
  }

  /** The event a parcel is about. */
  public static Event event(Workspace state, DeliveryBatch parcel) {
    return commit(state, parcel).events().get(parcel.payload().getInteger(EVENT));
  }
}
