package org.caucus.coalition.mentions.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Entries;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.mentions.Mention;
import org.caucus.coalition.mentions.Mentions;
import org.caucus.coalition.reactions.Reactions;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/**
 * Questions that mention a seat and wait for it: until it writes there, reacts to them, or says
 * that nothing waits. What an organisation is asked waits until one of its seats writes there.
 * Pure.
 */
public final class WaitingMentions {
  /** Things whose words can be edited. */
  private static final Set<Ref.Kind> EDITED =
      EnumSet.of(Ref.Kind.ISSUE, Ref.Kind.UPDATE, Ref.Kind.ENTRY);

  /** Most that are shown, the newest first. */
  static final int MOST = 100;

  /** Most questions that a seat can read that are looked through, the newest first. */
  static final int MOST_LOOKED_AT = 5_000;

  /** How long a question waits. */
  static final Duration LONGEST = Duration.ofDays(90);

  private final Entries.Held now;
  private final Seat seat;
  private final Predicate<Scope> reads;

  private WaitingMentions(Entries.Held now, Seat seat) {
    this.now = now;
    this.seat = seat;
    this.reads = now.access().asked(seat.id());
  }

  /**
   * One of them.
   *
   * @param of in whose words it is
   * @param page the thing on whose page that stands
   */
  public record Waiting(Ref of, Ref page, SeatId by, Instant at) {}

  /** Those that wait for a seat, the newest first. */
  public static List<Waiting> of(Entries.Held now, Seat seat, Instant at) {
    return new WaitingMentions(now, seat).since(at.minus(LONGEST));
  }

  private List<Waiting> since(Instant oldest) {
    List<Mentions.Asked> all = Mentions.of(now).asking();
    List<Waiting> waiting = new ArrayList<>();
    int looked = 0;
    for (int i = all.size() - 1; i >= 0 && looked < MOST_LOOKED_AT; i--) {
      Mentions.Asked asked = all.get(i);
      if (waiting.size() == MOST
          || asked.at().isBefore(oldest)
          || asked.at().isBefore(seat.start())) {
        break;
      }
      if (now.scopeOf(asked.of()).filter(reads).isPresent()) { // how many are hidden tells nothing
        looked++;
        waiting(asked)
            .filter(w -> waiting.stream().noneMatch(o -> isOne(o, w)))
            .ifPresent(waiting::add);
      }
    }
    return waiting;
  }

  /** Whether both were said at once, as a letter that opens an issue. */
  private static boolean isOne(Waiting one, Waiting other) {
    return one.page().equals(other.page()) && one.at().equals(other.at());
  }

  private Optional<Waiting> waiting(Mentions.Asked asked) {
    Mentions mentions = Mentions.of(now);
    boolean meant =
        !now.members().isSamePerson(asked.by(), seat.id())
            && questions(mentions, asked.of()).findAny().isPresent()
            && isThere(mentions, asked.of())
            && !mentions.isDismissed(asked.of(), seat.id())
            && !Reactions.hasGiven(now, asked.of(), seat.id());
    Ref page = now.entries().find(asked.of().id()).map(Entry::parent).orElse(asked.of());
    return meant && !isAnswered(mentions, asked, page)
        ? Optional.of(new Waiting(asked.of(), page, asked.by(), asked.at()))
        : Optional.empty();
  }

  /** Whether such a question is in its words today, where they can be edited. */
  private boolean isThere(Mentions mentions, Ref of) {
    return !EDITED.contains(of.kind())
        || now.item(of)
            .flatMap(Item::searchText)
            .filter(words -> questions(mentions, of).anyMatch(m -> m.isIn(words.text())))
            .isPresent();
  }

  /** Those to this seat. */
  private Stream<Mention> questions(Mentions mentions, Ref of) {
    return mentions.questions(of).filter(m -> m.means(now.members(), seat));
  }

  private boolean isAnswered(Mentions mentions, Mentions.Asked asked, Ref page) {
    boolean asWhole =
        questions(mentions, asked.of()).allMatch(m -> m.kind() == Mention.Kind.ORGANISATION);
    return now.entries().under(page).stream()
        .filter(e -> e.at().isAfter(asked.at()) && isBy(e.seat(), asWhole))
        .anyMatch(this::isSeen);
  }

  /** What a seat cannot read has answered nothing for it. */
  private boolean isSeen(Entry entry) {
    return now.scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id())).filter(reads).isPresent();
  }

  private boolean isBy(SeatId by, boolean asWhole) {
    Seat other = now.members().seats().get(by);
    return other != null
        && (now.members().isSamePerson(by, seat.id())
            || now.members().heir(by).equals(seat.id())
            || (asWhole && other.organisation().equals(seat.organisation())));
  }
}
