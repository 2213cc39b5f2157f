package org.caucus.coalition.access.audience;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.VisibleEntries;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/**
 * A dry run: what a change of audience would do, as far as the person who asks may know. Pure.
 *
 * @param gains seats that would read it and do not now
 * @param loses seats that read it and would no more
 * @param closed entries that stay closed to those who gain, until their own authors release them
 * @param answers entries that answer this one and stay as they are; they may quote it
 * @param readers the seats that would read it
 */
record AudienceChangePreview(
    AudienceSubject thing,
    Kind kind,
    Audience to,
    List<Seat> gains,
    List<Seat> loses,
    List<Entry> closed,
    int answers,
    List<Seat> readers) {
  private static final int TOKEN_BYTES = 16;

  /** Which way it goes. */
  enum Kind {
    WIDEN,
    NARROW,
    RELEASE
  }

  /** What would come of it, or {@link org.caucus.kernel.Refusal}. */
  static AudienceChangePreview of(AudienceHistory.Held state, Ref ref, Audience to, SeatId asker) {
    AudienceSubject thing = AudienceSubject.of(state, ref, asker);
    Kind kind = AudienceChangeLimits.check(state, thing, to, asker);
    Access access = state.access();
    Scope after = thing.with(to);
    List<Seat> before = access.readers(thing.scope());
    List<Seat> readers = access.readers(after);
    List<Seat> gains = without(readers, before);
    List<Entry> under =
        thing.isItem()
            ? VisibleEntries.entries(state, thing.ref(), thing.scope(), asker)
            : List.of();
    List<Entry> closed =
        under.stream()
            .filter(
                e ->
                    gains.stream()
                        .anyMatch(s -> !access.canRead(s.id(), after.holds(e.audience(), e.at()))))
            .toList();
    int answers = kind == Kind.NARROW ? answers(state, thing, asker) : 0;
    return new AudienceChangePreview(
        thing, kind, to, gains, without(before, readers), closed, answers, readers);
  }

  private static List<Seat> without(List<Seat> some, List<Seat> others) {
    List<Seat> rest = new ArrayList<>(some);
    rest.removeAll(others);
    return List.copyOf(rest);
  }

  private static int answers(AudienceHistory.Held state, AudienceSubject thing, SeatId asker) {
    if (thing.ref().kind() != Ref.Kind.ENTRY) {
      return 0;
    }
    Entry entry = state.entries().find(thing.ref().id()).orElseThrow();
    return (int)
        VisibleEntries.entries(state, entry.parent(), thing.container(), asker).stream()
            .filter(e -> entry.id().equals(e.answers()))
            .count();
  }

  /** Stands for all of it: another token means that something changed since. */
  String token() {
    String all =
        String.join(
            "\n",
            thing.ref().toString(),
            thing.head(),
            thing.audience().wire(),
            to.wire(),
            ids(gains),
            ids(loses),
            ids(readers),
            closed.stream().map(Entry::id).toList().toString(),
            String.valueOf(answers));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, TOKEN_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String ids(List<Seat> seats) {
    return seats.stream().map(s -> s.id().value()).toList().toString();
  }

  /** Whether this seat would be outside. */
  boolean outside(SeatId seat) {
    return readers.stream().noneMatch(s -> Objects.equals(s.id(), seat));
  }
}
