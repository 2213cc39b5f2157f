package org.caucus.entries;

import java.time.Instant;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.members.Audience;
import org.jspecify.annotations.Nullable;

/**
 * One post.
 *
 * @param parent the thread, issue, update or action it hangs on
 * @param answers the entry it answers; null for what starts or comments
 */
public record Entry(
    String id,
    Ref parent,
    @Nullable String answers,
    SeatId seat,
    Instant at,
    Audience audience,
    String text,
    Via via,
    @Nullable Letter letter) {
  Entry readBy(Audience to) {
    return new Entry(id, parent, answers, seat, at, to, text, via, letter);
  }
}
