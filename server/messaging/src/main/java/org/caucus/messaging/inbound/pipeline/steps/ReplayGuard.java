package org.caucus.messaging.inbound.pipeline.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.LetterOrders;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.jspecify.annotations.Nullable;

/**
 * Ends a letter whose word was taken already for what it answers. Anyone who has a signed letter
 * can send it again while its signature counts, also to another address that it names, and what it
 * orders is done once.
 */
record ReplayGuard(SenderTrust trust) implements PipelineStep {
  /**
   * How long what a letter did is looked for: a signature counts for five days, by a clock that is
   * a day ahead for six, and one more is to spare.
   */
  static final Duration REMEMBERED = Duration.ofDays(7);

  private static final Set<Hold.State> DECIDED = Set.of(Hold.State.REFUSED, Hold.State.DISCARDED);

  @Override
  public Next take(PipelineContext arrival) {
    String id = id(arrival);
    return id != null
            && arrival.intent() instanceof LetterReply answer
            && taken(arrival, id, trust).anyMatch(answer.parent()::equals)
        ? PipelineStep.drop(RefusalMessages.DUPLICATE)
        : PipelineStep.on(arrival);
  }

  /**
   * What was answered by a letter of this identifier and author with a word that was done and not
   * posted: it stands in no entry, and is looked for among what came lately.
   */
  static Stream<Ref> taken(PipelineContext arrival, String id, SenderTrust trust) {
    // nobody else sends again what a host brought that lets only signed-in people send
    boolean believed = trust.believes(arrival.incoming().peer());
    Duration within = believed ? Duplicate.SAME_UPDATE : REMEMBERED;
    return lately(arrival, LetterEvent.WordTaken.class, within)
        .filter(word -> id.equals(word.letter()) && Duplicate.sits(arrival, word.by()))
        .map(LetterEvent.WordTaken::of);
  }

  /** Whether orders of its author came under its identifier, and what was answered to that. */
  enum Orders {
    NEW,
    /** Its author was not told yet that they came again. */
    AGAIN,
    TOLD
  }

  /**
   * What is known of the orders of this letter.
   *
   * @param proven whether this one is its author's; what waits unproven does not stand for it
   */
  static Orders orders(PipelineContext arrival, boolean proven) {
    String id = id(arrival);
    if (id == null) {
      return Orders.NEW;
    }
    if (waits(arrival, id, proven)) {
      return Orders.TOLD;
    }
    boolean done =
        lately(arrival, LetterEvent.LetterObeyed.class, REMEMBERED)
            .filter(orders -> !Boolean.TRUE.equals(orders.unproven()))
            .filter(o -> id.equals(o.messageId()) && Duplicate.sits(arrival, o.seat()))
            .anyMatch(o -> isSame(arrival, o));
    if (!done) {
      return Orders.NEW;
    }
    boolean told =
        lately(arrival, LetterEvent.LetterRefused.class, REMEMBERED)
            .anyMatch(
                no ->
                    id.equals(no.messageId())
                        && RefusalMessages.isAmong(no.reasons(), RefusalMessages.DONE_ONCE));
    return told ? Orders.TOLD : Orders.AGAIN;
  }

  /** One letter may go to two addresses, and is done at both. */
  private static boolean isSame(PipelineContext arrival, LetterEvent.LetterObeyed orders) {
    return orders.address().equalsIgnoreCase(arrival.to().address());
  }

  private static boolean waits(PipelineContext arrival, String id, boolean proven) {
    return arrival.workspace().letters().holds().values().stream()
        .filter(hold -> hold.intent() instanceof LetterOrders)
        .filter(hold -> isOf(id, hold.letter()))
        .filter(hold -> Duplicate.sits(arrival, hold.seat()))
        .filter(hold -> hold.address().equalsIgnoreCase(arrival.to().address()))
        .anyMatch(hold -> hold.open() ? !proven : DECIDED.contains(hold.state()));
  }

  private static boolean isOf(String id, @Nullable EntryLetter letter) {
    return letter != null && id.equals(letter.messageId());
  }

  private static @Nullable String id(PipelineContext arrival) {
    return arrival.incoming().letter().messageId().orElse(null);
  }

  private static <E extends Event> Stream<E> lately(
      PipelineContext arrival, Class<E> kind, Duration within) {
    // not from the newest commit: that may be hidden, and nobody is to learn when it was (R8)
    Instant since = arrival.incoming().received().minus(within);
    return arrival.workspace().history().reversed().stream()
        .takeWhile(commit -> commit.at().isAfter(since))
        .flatMap(commit -> commit.events().stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
