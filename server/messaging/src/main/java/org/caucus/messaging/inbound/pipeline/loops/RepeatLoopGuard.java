package org.caucus.messaging.inbound.pipeline.loops;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.lists.mail.NewConversation;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.guards.LostThreadGuard;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * Asks a convenor where a mail program has gone astray: one that answers each post with the same
 * words and says nowhere that it is a machine, a rule that forwards what it has forwarded, a script
 * that does not end. Neither Message-IDs nor header fields show that, so the words do, and how many
 * letters there are. It counts what its author posted in the hour before the letter came, so each
 * node counts alike, and nobody is told of anybody else's posts, nor that there were any (R8).
 */
public record RepeatLoopGuard() implements PipelineStep {
  /** What is counted came within this time. */
  static final Duration WITHIN = Duration.ofHours(1);

  /** So often the same words are posted in one conversation, or as one new one; then they wait. */
  static final int SAME = 10;

  /** So many letters of one seat are posted in one workspace; further ones wait. */
  static final int LETTERS = 2_000;

  /** Characters by which words are compared. */
  private static final int COMPARED = 2_000;

  @Override
  public Next take(PipelineContext arrival) {
    SeatId seat = arrival.seatId();
    if (seat == null) {
      return PipelineStep.on(arrival);
    }
    if (waits(arrival, seat)) {
      return PipelineStep.drop(RefusalMessages.DUPLICATE);
    }
    List<Commit> own =
        arrival.workspace().since(arrival.incoming().received().minus(WITHIN)).stream()
            .filter(commit -> seat.equals(commit.seat()))
            .toList();
    String words = compared(arrival.text());
    if (own.stream().filter(commit -> isSame(commit, words, arrival)).limit(SAME).count() == SAME) {
      return PipelineStep.on(arrival.asking(Hold.Awaits.CONVENOR, RefusalMessages.SAME_AGAIN));
    }
    return own.stream().flatMap(RepeatLoopGuard::letters).limit(LETTERS).count() == LETTERS
        ? PipelineStep.on(arrival.asking(Hold.Awaits.CONVENOR, RefusalMessages.TOO_MANY))
        : PipelineStep.on(arrival);
  }

  private static Stream<EntryEvent.EntryPosted> letters(Commit commit) {
    return commit.events().stream()
        .filter(EntryEvent.EntryPosted.class::isInstance)
        .map(EntryEvent.EntryPosted.class::cast)
        .filter(posted -> posted.via() == Channel.MAIL);
  }

  private static boolean isSame(Commit commit, String words, PipelineContext arrival) {
    return letters(commit)
        .anyMatch(
            posted -> compared(posted.text()).equals(words) && isThere(commit, posted, arrival));
  }

  /** Whether it was said where this letter goes. */
  private static boolean isThere(
      Commit commit, EntryEvent.EntryPosted posted, PipelineContext arrival) {
    return switch (arrival.intent()) {
      case LetterReply a -> arrival.workspace().entries().placeOf(posted).equals(a.parent());
      case NewThread n -> isBegun(commit, n.list(), arrival);
      case NewConversation n -> isBegun(commit, MailingList.CONVERSATIONS.slug(), arrival);
      case null, default -> false;
    };
  }

  private static boolean isBegun(Commit commit, String list, PipelineContext arrival) {
    return commit.events().stream()
        .anyMatch(
            e ->
                e instanceof ListEvent.ThreadStarted started
                    && started.list().equals(list)
                    && isCalled(started.subject(), subject(arrival)));
  }

  /** Whether these words of this seat are before a convenor already: then none of them is lost. */
  private static boolean waits(PipelineContext arrival, SeatId seat) {
    Workspace workspace = arrival.workspace();
    return workspace.letters().holds().values().stream()
        .filter(h -> h.state() == Hold.State.HELD && seat.equals(h.seat()))
        .filter(h -> RefusalMessages.isAmong(h.reasons(), RefusalMessages.SAME_AGAIN))
        .filter(h -> h.address().equalsIgnoreCase(arrival.to().address()))
        .anyMatch(
            h ->
                compared(h.text()).equals(compared(arrival.text()))
                    && isCalled(h.subject(), subject(arrival)));
  }

  private static String subject(PipelineContext arrival) {
    return arrival.incoming().letter().subject();
  }

  /** What stands before a subject grows with each turn. */
  private static boolean isCalled(String before, String now) {
    return LostThreadGuard.base(before).equals(LostThreadGuard.base(now));
  }

  private static String compared(String text) {
    String plain = text.strip();
    return (plain.length() <= COMPARED ? plain : plain.substring(0, COMPARED))
        .toLowerCase(Locale.ROOT);
  }
}
