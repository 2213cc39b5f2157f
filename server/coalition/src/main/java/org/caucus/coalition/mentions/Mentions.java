package org.caucus.coalition.mentions;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.coalition.access.Members;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slice;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.pcollections.PMap;

/**
 * Who was mentioned where, immutable.
 *
 * @param byThing by the thing in whose words it was
 * @param asking those that ask something, the oldest first
 * @param dismissed seats to whom a thing's questions are nothing any more
 */
public record Mentions(
    PMap<Ref, PersistentVector<Mention>> byThing,
    PersistentVector<Asked> asking,
    PMap<Ref, PersistentVector<SeatId>> dismissed) {
  /** The key of this state. */
  public static final Slice<Mentions> SLICE =
      Slice.of(
          Mentions.class,
          new Mentions(PersistentMap.empty(), PersistentVector.empty(), PersistentMap.empty()));

  /** A question with mentions in it. */
  public record Asked(Ref of, SeatId by, Instant at) {}

  /** The mentions of a workspace. */
  public static Mentions of(Members.Held state) {
    return state.slices().get(SLICE);
  }

  /** Who was mentioned in the words of a thing. */
  public List<Mention> in(Ref thing) {
    return byThing.getOrDefault(thing, PersistentVector.empty());
  }

  /** Whether a seat said that what it was asked there waits no more. */
  public boolean isDismissed(Ref thing, SeatId seat) {
    return dismissed.getOrDefault(thing, PersistentVector.empty()).contains(seat);
  }

  /** What there is of these that was not mentioned there before. */
  List<Mention> fresh(Ref thing, List<Mention> now) {
    List<Mention> known = in(thing);
    return now.stream()
        .filter(m -> known.stream().noneMatch(k -> k.isOf(m) && k.name().equals(m.name())))
        .toList();
  }

  Mentions evolve(MentionEvent event, Instant at) {
    return switch (event) {
      case MentionEvent.Mentioned e -> with(e, at);
      case MentionEvent.MentionDismissed e ->
          new Mentions(
              byThing,
              asking,
              dismissed.plus(
                  e.of(), dismissed.getOrDefault(e.of(), PersistentVector.empty()).plus(e.by())));
    };
  }

  private Mentions with(MentionEvent.Mentioned e, Instant at) {
    PersistentVector<Mention> all = byThing.getOrDefault(e.of(), PersistentVector.empty());
    for (Mention mention : e.whom()) {
      all = all.plus(mention);
    }
    boolean asks = e.whom().stream().anyMatch(Mention::asks);
    return new Mentions(
        byThing.plus(e.of(), all),
        asks ? asking.plus(new Asked(e.of(), e.by(), at)) : asking,
        dismissed);
  }

  /** Those of a thing that ask something. */
  public Stream<Mention> questions(Ref thing) {
    return in(thing).stream().filter(Mention::asks);
  }
}
