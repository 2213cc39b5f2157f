package org.caucus.digests;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.caucus.command.SeatId;
import org.caucus.delivery.Parcel;
import org.caucus.log.WorkspaceId;

/**
 * What gathers for one seat from one list: the posts after one commit and up to another. Which of
 * them the digest holds is asked when it is sent.
 *
 * @param after sequence of the last commit of the digest before
 * @param upTo sequence of the last commit with a post for this one; {@code after} if there is none
 * @param posts how many there are
 */
record Gathering(
    WorkspaceId workspace, SeatId seat, String list, long after, long upTo, int posts) {
  /** When digests leave, where the member is. */
  static final LocalTime MORNING = LocalTime.of(6, 0);

  /** Nothing gathered before this commit. */
  static Gathering before(WorkspaceId workspace, SeatId seat, String list, long sequence) {
    return new Gathering(workspace, seat, list, sequence - 1, sequence - 1, 0);
  }

  /** The name of the gathering of a seat and list. */
  static String id(WorkspaceId workspace, SeatId seat, String list) {
    return Parcel.id(workspace.value(), seat.value(), list, "gathering");
  }

  String id() {
    return id(workspace, seat, list);
  }

  boolean isEmpty() {
    return upTo == after;
  }

  /** With so many more posts of this commit. */
  Gathering with(long sequence, int more) {
    return new Gathering(workspace, seat, list, after, sequence, posts + more);
  }

  /** After a digest with all up to that commit. */
  Gathering sent(long sequence) {
    return new Gathering(workspace, seat, list, sequence, upTo, 0);
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
    return new JsonObject()
        .put("workspace", workspace.value())
        .put("seat", seat.value())
        .put("list", list)
        .put("after", after)
        .put("upTo", upTo)
        .put("posts", posts)
        .toBuffer()
        .getBytes();
  }

  static Gathering read(byte[] bytes) {
    JsonObject json = new JsonObject(Buffer.buffer(bytes));
    return new Gathering(
        new WorkspaceId(json.getString("workspace")),
        new SeatId(json.getString("seat")),
        json.getString("list"),
        json.getLong("after"),
        json.getLong("upTo"),
        json.getInteger("posts"));
  }
}
