package org.caucus.relay.served;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.caucus.command.SeatId;
import org.caucus.entries.Entry;
import org.caucus.relay.served.Course.State;
import org.caucus.workspace.Workspace;

/**
 * Shows who got a post as the API's {@code Deliveries}. What a row would tell beyond that is told
 * as less: that two seats are one person's, what a mail host said.
 */
final class DeliveryPresenter {
  /**
   * A letter that left later than this after its post waited for something of its reader's: quiet
   * hours, or their mail host; or they asked for it later. When it left would tell that.
   */
  static final Duration PROMPT = Duration.ofMinutes(10);

  private final Workspace state;
  private final Entry entry;
  private final SeatId reader;

  DeliveryPresenter(Workspace state, Entry entry, SeatId reader) {
    this.state = state;
    this.entry = entry;
    this.reader = reader;
  }

  /** Whether this seat wrote it, or let it in; or the one it took over from did. */
  boolean isOwn() {
    return state.members().line(reader).contains(entry.seat());
  }

  JsonObject show(List<Course> courses) {
    JsonArray items = new JsonArray();
    courses.forEach(course -> items.add(show(course)));
    JsonObject of =
        new JsonObject().put("kind", entry.parent().kind().wire()).put("id", entry.parent().id());
    return new JsonObject().put("entry", entry.id()).put("of", of).put("items", items);
  }

  private JsonObject show(Course course) {
    State told = told(course);
    boolean own = state.members().isSamePerson(reader, course.seat());
    JsonObject shown =
        new JsonObject().put("seat", course.seat().value()).put("state", told.name());
    Instant at = course.at();
    boolean mayKnow = own || state.members().isConvenor(reader);
    boolean tells =
        switch (told) {
          // tells where somebody is, and until when they are away
          case NEXT_DIGEST -> mayKnow;
          // it waits a little for the last post that is in it, which is not the reader's to know of
          case IN_DIGEST -> own;
          // in quiet hours it is when these end: when somebody sleeps
          case WAITING -> own;
          case SENT -> own || (at != null && !at.isAfter(entry.at().plus(PROMPT)));
          // what is told as less has no time, so what is truly that must show none either
          case WITHHELD -> own;
          default -> true;
        };
    if (at != null && tells) {
      shown.put("at", at.toString());
    }
    boolean ofDigest = told == State.DIGEST_REJECTED || told == State.DIGEST_GIVEN_UP;
    // why a host refuses a digest may lie in what else was in it, which only its reader knows of
    if ((ofDigest ? own : mayKnow) && course.code() > 0) {
      shown.put("reply", (course.code() + " " + course.status()).strip());
    }
    return shown;
  }

  private State told(Course course) {
    boolean own = state.members().isSamePerson(reader, course.seat());
    return switch (course.state()) {
      case OTHER_SEAT -> own ? State.OTHER_SEAT : State.WITHHELD;
      case OWN -> own || course.seat().equals(entry.seat()) ? State.OWN : State.WITHHELD;
      default -> course.state();
    };
  }
}
