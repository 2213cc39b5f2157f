package org.caucus.messaging.notifications.autoreply;

import java.util.ArrayList;
import java.util.List;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.receipts.DeliveryLedger;
import org.caucus.messaging.distribution.receipts.DeliveryStatusOfSeat;
import org.caucus.messaging.distribution.receipts.LedgerRow;
import org.caucus.workspace.Workspace;

/**
 * Who has no copy of a post by mail, and why: for the person who wrote it, and for convenors who
 * can read it, member by member. It tells by mail what the page tells, and no more.
 */
final class UndeliveredReasons {
  /** Most members that one transcript names; of the others it says where they stand. */
  static final int MAX_NAMED = 500;

  private final Workspace state;
  private final DeliveryLedger ledger;
  private final Site site;
  private final TranscriptMessages words;
  private int left = MAX_NAMED;

  UndeliveredReasons(Workspace state, DeliveryLedger ledger, Site site, TranscriptMessages words) {
    this.state = state;
    this.ledger = ledger;
    this.site = site;
    this.words = words;
  }

  /** For these seats of one person; nothing if the post is not theirs to ask about. */
  String of(Entry entry, List<Seat> askers) {
    return askers.stream()
        .map(Seat::id)
        .filter(seat -> canRead(entry, seat) && LedgerRow.isFor(state, entry, seat))
        .findFirst()
        .map(asker -> of(entry, asker))
        .orElse("");
  }

  private boolean canRead(Entry entry, SeatId seat) {
    Ref thing = Ref.to(Ref.Kind.ENTRY, entry.id());
    return state.scopeOf(thing).stream().anyMatch(scope -> state.access().canRead(seat, scope));
  }

  private String of(Entry entry, SeatId asker) {
    String page = site.page(state.members().slug(), ContentFreeMail.page(entry.parent()));
    if (left == 0 || isWithheld(entry)) {
      return words.rest(page);
    }
    List<LedgerRow> others =
        ledger.ofAll(state, entry, asker).stream()
            .filter(course -> !state.members().isSamePerson(asker, course.seat()))
            .map(course -> LedgerRow.of(state, entry, asker, course))
            .toList();
    List<LedgerRow> without = others.stream().filter(row -> !hasIt(row)).toList();
    List<String> rows = new ArrayList<>();
    rows.add(words.haveIt(others.size() - without.size()));
    without.stream().limit(left).forEach(row -> rows.add(named(row)));
    boolean all = without.size() <= left;
    left -= Math.min(left, without.size());
    return TranscriptMessages.lines(rows) + (all ? "" : words.rest(page));
  }

  private boolean isWithheld(Entry entry) {
    return state
        .scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id()))
        .filter(scope -> !ContentFreeMail.isAskedFor(state, scope))
        .isEmpty();
  }

  private static boolean hasIt(LedgerRow row) {
    return row.state() == DeliveryStatusOfSeat.State.SENT
        || row.state() == DeliveryStatusOfSeat.State.IN_DIGEST;
  }

  private String named(LedgerRow row) {
    Seat seat = state.members().seats().get(row.seat());
    String organisation =
        seat == null ? "" : " (" + clean(state.members().organisationOf(seat).name()) + ")";
    return clean(state.members().nameOf(row.seat())) + organisation + ": " + words.reason(row);
  }

  private static String clean(String text) {
    return HeaderText.clean(text);
  }
}
