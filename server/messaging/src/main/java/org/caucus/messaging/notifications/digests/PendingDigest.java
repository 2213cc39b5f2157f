package org.caucus.messaging.notifications.digests;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.jspecify.annotations.Nullable;

/**
 * What gathers for one seat from one list: the posts after one commit and up to another. Which of
 * them the digest holds is asked when it is sent.
 *
 * @param after sequence of the last commit of the digest before
 * @param upTo sequence of the last commit with a post for this one; {@code after} if there is none
 * @param posts how many of them everyone who reads the list could read when they came
 * @param items what they are, for notices; empty for lists, whose posts are read from the log
 * @param begins what {@code after} was of those that were sent, the newest last
 * @param open of those, which are not known to have come, nor to be named in one that came
 * @param known sequence of the newest letter that was asked about and came by no digest: one that
 *     is made ready from now on knows of it
 * @param ready the digest that is being made ready; null if none is
 */
record PendingDigest(
    WorkspaceId workspace,
    SeatId seat,
    String list,
    long after,
    long upTo,
    int posts,
    List<String> items,
    List<Long> begins,
    List<Long> open,
    long known,
    @Nullable Ready ready) {
  /** What stands before anything was noted. */
  private static final long NOTHING = -1;

  /**
   * A digest that is on its way into the outbox: what it holds is settled, no matter who puts it
   * there.
   *
   * @param upTo sequence of its last commit
   * @param seen sequence of the last commit that was known then
   * @param direct entries that it does not repeat, as their letters named its reader
   */
  record Ready(long upTo, long seen, List<String> direct) {
    Ready {
      direct = List.copyOf(direct);
    }
  }

  /** Digests that are known to have held a post; of earlier ones it is not said when they left. */
  static final int MAX_BEGINS = 100;

  /** Most items that are noted by name; the others are counted. */
  static final int MAX_ITEMS = 500;

  PendingDigest {
    items = List.copyOf(items);
    begins = List.copyOf(begins);
    open = List.copyOf(open);
  }

  /** When digests leave, where the member is. */
  static final LocalTime MORNING = LocalTime.of(6, 0);

  /** Nothing gathered before this commit. */
  static PendingDigest before(WorkspaceId workspace, SeatId seat, String list, long sequence) {
    return begun(workspace, seat, list, sequence - 1);
  }

  /** Nothing was noted yet, and where it begins is not known. */
  static PendingDigest none(WorkspaceId workspace, SeatId seat, String list) {
    return begun(workspace, seat, list, NOTHING);
  }

  private static PendingDigest begun(WorkspaceId workspace, SeatId seat, String list, long after) {
    return new PendingDigest(
        workspace, seat, list, after, after, 0, List.of(), List.of(), List.of(), 0, null);
  }

  /** The name of the gathering of a seat and list. */
  static String id(WorkspaceId workspace, SeatId seat, String list) {
    return DeliveryBatch.id(workspace.value(), seat.value(), list, "gathering");
  }

  String id() {
    return id(workspace, seat, list);
  }

  boolean isEmpty() {
    return upTo == after;
  }

  /** Where what gathered stands. */
  DigestPosts.Span span() {
    return new DigestPosts.Span(seat, list, after, upTo);
  }

  /** With so many more posts of this commit. */
  PendingDigest with(long sequence, int more, List<String> named) {
    List<String> all = Stream.concat(items.stream(), named.stream()).limit(MAX_ITEMS).toList();
    long begin = after == NOTHING ? sequence - 1 : after;
    return new PendingDigest(
        workspace, seat, list, begin, sequence, posts + more, all, begins, open, known, ready);
  }

  /** With a letter that came by no digest, and that none has from now on. */
  PendingDigest knowing(long letter) {
    long newest = Math.max(known, letter);
    return new PendingDigest(
        workspace, seat, list, after, upTo, posts, items, begins, open, newest, ready);
  }

  /** With a digest that is made ready of all but these, when this commit was the last. */
  PendingDigest readied(long sequence, List<String> direct) {
    Ready all = new Ready(upTo, Math.max(known, sequence), direct);
    return new PendingDigest(
        workspace, seat, list, after, upTo, posts, items, begins, open, known, all);
  }

  /** What of these items the digest has that ends with this commit. */
  List<String> items(long last) {
    return items.stream().filter(i -> sequence(i) <= last).toList();
  }

  /**
   * After a digest with all up to that commit.
   *
   * @param unsettled what is open of those before it
   */
  PendingDigest sent(long sequence, List<Long> unsettled) {
    List<String> rest = items.stream().filter(i -> sequence(i) > sequence).toList();
    return new PendingDigest(
        workspace,
        seat,
        list,
        sequence,
        upTo,
        rest.size(),
        rest,
        and(begins),
        and(unsettled),
        known,
        null);
  }

  /** The newest of these, and what it begins after now. */
  private List<Long> and(List<Long> before) {
    List<Long> all = new ArrayList<>(before);
    all.add(after);
    return all.subList(Math.max(0, all.size() - MAX_BEGINS), all.size());
  }

  /** The parcel of the digest that begins after this commit. */
  String parcel(long begin) {
    return DeliveryBatch.id(id(), DigestComposer.KIND, Long.toString(begin));
  }

  /**
   * After which commit the digest begins that has this one; empty if that is not known any more.
   */
  OptionalLong begin(long sequence) {
    return begins.stream().mapToLong(Long::longValue).filter(b -> b < sequence).max();
  }

  private static long sequence(String item) {
    return Long.parseLong(item.substring(0, item.indexOf('/')));
  }

  boolean isFull() {
    return posts >= Digests.MAX_POSTS;
  }

  /** The next morning there. */
  static Instant morning(Instant now, ZoneId zone) {
    ZonedDateTime here = now.atZone(zone);
    ZonedDateTime today = here.toLocalDate().atTime(MORNING).atZone(zone);
    return (today.toInstant().isAfter(now)
            ? today
            : here.toLocalDate().plusDays(1).atTime(MORNING).atZone(zone))
        .toInstant();
  }

  byte[] write() {
    JsonObject json =
        new JsonObject()
            .put("workspace", workspace.value())
            .put("seat", seat.value())
            .put("list", list)
            .put("after", after)
            .put("upTo", upTo)
            .put("posts", posts);
    if (!begins.isEmpty()) {
      json.put("begins", new JsonArray(begins));
    }
    if (!open.isEmpty()) {
      json.put("open", new JsonArray(open));
    }
    if (known > 0) {
      json.put("known", known);
    }
    if (ready != null) {
      json.put("ready", new JsonArray(List.of(ready.upTo(), ready.seen())));
      if (!ready.direct().isEmpty()) {
        json.put("direct", new JsonArray(ready.direct()));
      }
    }
    return (items.isEmpty() ? json : json.put("items", new JsonArray(items))).toBuffer().getBytes();
  }

  static PendingDigest read(byte[] bytes) {
    JsonObject json = new JsonObject(Buffer.buffer(bytes));
    return new PendingDigest(
        new WorkspaceId(json.getString("workspace")),
        new SeatId(json.getString("seat")),
        json.getString("list"),
        json.getLong("after"),
        json.getLong("upTo"),
        json.getInteger("posts"),
        strings(json, "items"),
        numbers(json, "begins"),
        numbers(json, "open"),
        json.getLong("known", 0L),
        ready(numbers(json, "ready"), strings(json, "direct")));
  }

  private static @Nullable Ready ready(List<Long> numbers, List<String> direct) {
    return numbers.isEmpty() ? null : new Ready(numbers.getFirst(), numbers.getLast(), direct);
  }

  private static List<String> strings(JsonObject json, String name) {
    return json.getJsonArray(name, new JsonArray()).stream().map(String.class::cast).toList();
  }

  private static List<Long> numbers(JsonObject json, String name) {
    return json.getJsonArray(name, new JsonArray()).stream()
        .map(number -> ((Number) number).longValue())
        .toList();
  }
}
