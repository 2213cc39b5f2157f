package org.caucus.postmaster.brake;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.caucus.command.SeatId;
import org.caucus.entries.EntryEvent;
import org.caucus.entries.Via;
import org.caucus.letters.Hold;
import org.caucus.letters.Intent;
import org.caucus.lists.ListEvent;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;
import org.caucus.postmaster.guards.LostThread;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * Asks a convenor where a mail program has gone astray: one that answers each post with the same
 * words and says nowhere that it is a machine, a rule that forwards what it has forwarded, a script
 * that does not end. Neither Message-IDs nor header fields show that, so the words do, and how many
 * letters there are. It counts what its author posted in the hour before the letter came, so each
 * node counts alike, and nobody is told of anybody else's posts, nor that there were any (R8).
 */
public record Brake() implements Step {
  /** What is counted came within this time. */
  static final Duration WITHIN = Duration.ofHours(1);

  /** So often the same words are posted in one conversation, or as one new one; then they wait. */
  static final int SAME = 10;

  /** So many letters of one seat are posted in one workspace; further ones wait. */
  static final int LETTERS = 2_000;

  /** Characters by which words are compared. */
  private static final int COMPARED = 2_000;

  @Override
  public Next take(Arrival arrival) {
    SeatId seat = arrival.seatId();
    if (seat == null) {
      return Step.on(arrival);
    }
    if (waits(arrival, seat)) {
      return Step.drop(Words.DUPLICATE);
    }
    List<Commit> own =
        arrival.workspace().since(arrival.incoming().received().minus(WITHIN)).stream()
            .filter(commit -> seat.equals(commit.seat()))
            .toList();
    String words = compared(arrival.text());
    if (own.stream().filter(commit -> isSame(commit, words, arrival)).limit(SAME).count() == SAME) {
      return Step.on(arrival.asking(Hold.Awaits.CONVENOR, Words.SAME_AGAIN));
    }
    return own.stream().flatMap(Brake::letters).limit(LETTERS).count() == LETTERS
        ? Step.on(arrival.asking(Hold.Awaits.CONVENOR, Words.TOO_MANY))
        : Step.on(arrival);
  }

  private static Stream<EntryEvent.EntryPosted> letters(Commit commit) {
    return commit.events().stream()
        .filter(EntryEvent.EntryPosted.class::isInstance)
        .map(EntryEvent.EntryPosted.class::cast)
        .filter(posted -> posted.via() == Via.MAIL);
  }

  private static boolean isSame(Commit commit, String words, Arrival arrival) {
    return letters(commit)
        .anyMatch(
            posted -> compared(posted.text()).equals(words) && isThere(commit, posted, arrival));
  }

  /** Whether it was said where this letter goes. */
  private static boolean isThere(Commit commit, EntryEvent.EntryPosted posted, Arrival arrival) {
    return switch (arrival.intent()) {
      case Intent.Answer a -> posted.parent().equals(a.parent());
      case Intent.NewThread n ->
          commit.events().stream()
              .anyMatch(
                  e ->
                      e instanceof ListEvent.ThreadStarted started
                          && started.list().equals(n.list())
                          && isCalled(started.subject(), subject(arrival)));
      case null, default -> false;
    };
  }

  /** Whether these words of this seat are before a convenor already: then none of them is lost. */
  private static boolean waits(Arrival arrival, SeatId seat) {
    Workspace workspace = arrival.workspace();
    return workspace.letters().holds().values().stream()
        .filter(h -> h.state() == Hold.State.HELD && seat.equals(h.seat()))
        .filter(h -> h.reasons().contains(Words.SAME_AGAIN))
        .filter(h -> h.address().equalsIgnoreCase(arrival.to().address()))
        .anyMatch(
            h ->
                compared(h.text()).equals(compared(arrival.text()))
                    && isCalled(h.subject(), subject(arrival)));
  }

  private static String subject(Arrival arrival) {
    return arrival.incoming().letter().subject();
  }

  /** What stands before a subject grows with each turn. */
  private static boolean isCalled(String before, String now) {
    return LostThread.base(before).equals(LostThread.base(now));
  }

  private static String compared(String text) {
    String plain = text.strip();
    return (plain.length() <= COMPARED ? plain : plain.substring(0, COMPARED))
        .toLowerCase(Locale.ROOT);
  }
}
