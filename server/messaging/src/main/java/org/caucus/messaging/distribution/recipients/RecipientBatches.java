package org.caucus.messaging.distribution.recipients;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.DeliveryOutcome;
import org.caucus.workspace.Workspace;

/**
 * Divides seats into parcels. A seat's parcel depends on its place among all seats that ever were,
 * which never changes, and not on who may read just now: so a commit that is handled twice, with
 * people having come and gone in between, reaches nobody twice.
 */
public final class RecipientBatches {
  /** The kind of parcel that carries posts. */
  public static final String POST = "relay.post";

  /** The subscription that fills these parcels, by its name in the store. */
  public static final String SUBSCRIPTION = "relay";

  /** Seats of one parcel at first; parcels of that time are in ledgers. */
  private static final int AT_FIRST = 25;

  private RecipientBatches() {}

  /**
   * The parcels for the seats that are to hear of something.
   *
   * @param cause what happened, with a random id in it
   * @param leaves the earliest time at which a seat's letter may leave
   */
  public static List<DeliveryBatch> parcels(
      Workspace state,
      String kind,
      String cause,
      JsonObject payload,
      Predicate<SeatId> hears,
      Function<SeatId, Instant> leaves,
      Instant now) {
    SortedMap<Integer, List<String>> batches = new TreeMap<>();
    List<Seat> all = state.members().all();
    for (int i = 0; i < all.size(); i++) {
      SeatId seat = all.get(i).id();
      if (hears.test(seat)) {
        batches
            .computeIfAbsent(i / DeliveryBatch.MAX_RECIPIENTS, n -> new ArrayList<>())
            .add(seat.value());
      }
    }
    List<DeliveryBatch> parcels = new ArrayList<>();
    batches.forEach(
        (number, seats) -> {
          String id = id(state, kind, cause, number);
          parcels.add(
              new DeliveryBatch(id, state.id(), kind, payload, waiting(seats, leaves), now));
        });
    return parcels;
  }

  private static List<DeliveryBatch.Recipient> waiting(
      List<String> seats, Function<SeatId, Instant> leaves) {
    return seats.stream()
        .map(
            s ->
                new DeliveryBatch.Recipient(
                    s, new DeliveryOutcome.Waiting(leaves.apply(new SeatId(s)), 0, 0)))
        .toList();
  }

  /** The ids of all parcels there can be of this, for all seats that ever were. */
  public static List<String> ids(Workspace state, String kind, String cause) {
    int last = state.members().all().size() - 1;
    return Stream.concat(
            IntStream.rangeClosed(0, last / DeliveryBatch.MAX_RECIPIENTS)
                .mapToObj(n -> id(state, kind, cause, n)),
            IntStream.rangeClosed(0, last / AT_FIRST)
                .mapToObj(n -> id(state, kind, cause, Integer.toString(n))))
        .toList();
  }

  /** The size goes into it: a parcel of other seats must never be taken for this one. */
  private static String id(Workspace state, String kind, String cause, int number) {
    return id(state, kind, cause, number + " of " + DeliveryBatch.MAX_RECIPIENTS);
  }

  private static String id(Workspace state, String kind, String cause, String which) {
    return DeliveryBatch.id(state.id().value(), cause, kind, which);
  }
}
