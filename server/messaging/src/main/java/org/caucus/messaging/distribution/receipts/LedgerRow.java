package org.caucus.messaging.distribution.receipts;

import java.time.Duration;
import java.time.Instant;
import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.distribution.receipts.DeliveryStatusOfSeat.State;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * What of a course one reader of the ledger is told, on a page or by mail. What it would tell
 * beyond that is told as less: that two seats are one person's, what a mail host said.
 *
 * @param at null if it is no moment, or not for this reader
 * @param reply what the mail host said, as far as it is for this reader; empty for nothing
 */
public record LedgerRow(SeatId seat, State state, @Nullable Instant at, String reply) {
  /**
   * A letter that left later than this after its post waited for something of its reader's: quiet
   * hours, or their mail host; or they asked for it later. When it left would tell that.
   */
  static final Duration PROMPT = Duration.ofMinutes(10);

  /** Whether a seat may see who got a post that it can read: its author may, and convenors. */
  public static boolean isFor(Workspace state, Entry entry, SeatId reader) {
    return isOwn(state, entry, reader) || state.members().isConvenor(reader);
  }

  /** Whether this seat wrote it, or let it in; or the one it took over from did. */
  static boolean isOwn(Workspace state, Entry entry, SeatId reader) {
    return state.members().line(reader).contains(entry.seat());
  }

  /** As this reader may know it. */
  public static LedgerRow of(
      Workspace workspace, Entry entry, SeatId reader, DeliveryStatusOfSeat course) {
    boolean own = workspace.members().isSamePerson(reader, course.seat());
    State told = told(entry, course, own);
    Instant at = course.at();
    boolean mayKnow = own || workspace.members().isConvenor(reader);
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
          case OWN -> false;
          default -> true;
        };
    boolean ofDigest = told == State.DIGEST_REJECTED || told == State.DIGEST_GIVEN_UP;
    // why a host refuses a digest may lie in what else was in it, which only its reader knows of
    boolean replies = (ofDigest ? own : mayKnow) && course.code() > 0 && told != State.OWN;
    String reply = (course.code() + " " + course.status()).strip();
    return new LedgerRow(course.seat(), told, tells ? at : null, replies ? reply : "");
  }

  /**
   * Its author is shown as that. Anybody else who had it published, be it an hour, or let it in,
   * has them told of it; nobody else is to know that by who was told.
   */
  private static State told(Entry entry, DeliveryStatusOfSeat course, boolean own) {
    if (!DeliveryLedger.isMailed(entry) && course.seat().equals(entry.seat())) {
      return State.OWN;
    }
    return switch (course.state()) {
      case OTHER_SEAT -> own ? State.OTHER_SEAT : State.WITHHELD;
      case OWN -> own || course.seat().equals(entry.seat()) ? State.OWN : State.WITHHELD;
      default -> course.state();
    };
  }
}
