package org.caucus.relay.served;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.entries.Entry;
import org.caucus.entries.EntryEvent.EntryPosted;
import org.caucus.entries.Letter;
import org.caucus.lists.Delivery;
import org.caucus.lists.Thread;
import org.caucus.lists.mail.Channel;
import org.caucus.lists.mail.Special;
import org.caucus.members.Seat;
import org.caucus.wishes.Wish;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * How a post comes to a seat by mail: by what the seat had chosen when it was posted, if it can
 * read it now. Who asks later gets the same answer, or that it is closed now: so a post is in a
 * letter or in a digest, never in both.
 */
public final class Reach {
  private Reach() {}

  /** Why a post comes to a seat as it does. */
  public enum Why {
    /** It comes as a letter. */
    LETTER(Channel.LETTER),
    /** It comes with others, in a digest. */
    DIGEST(Channel.DIGEST),
    /** The seat cannot read it. */
    OUTSIDE(Channel.NONE),
    /** The seat, or another of the same person, wrote it and does not want its own back. */
    OWN(Channel.NONE),
    /** On days for which the seat wanted no mail. */
    PAUSED(Channel.NONE),
    /** The seat wants special notices only. */
    SPECIAL_ONLY(Channel.NONE),
    /** The seat wants no mail of the list, or of the thread. */
    NOT_WANTED(Channel.NONE),
    /** The same letter came by another list. */
    OTHER_LIST(Channel.NONE),
    /** It comes to another seat of the same person. */
    OTHER_SEAT(Channel.NONE);

    private final Channel channel;

    Why(Channel channel) {
      this.channel = channel;
    }
  }

  /**
   * How it comes; nothing to whoever cannot read it. Of several seats of one person that are to
   * have it, the first has it.
   */
  public static Channel of(Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    return why(state, commit, posted, seat).channel;
  }

  /** The same, with the reason. */
  public static Why why(Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    Why alone = whyAlone(state, commit, posted, seat);
    Seat held = state.members().seats().get(seat);
    return alone.channel == Channel.NONE
            || held == null
            || !state
                .members()
                .isHeardElsewhere(
                    held, s -> whyAlone(state, commit, posted, s).channel != Channel.NONE)
        ? alone
        : Why.OTHER_SEAT;
  }

  /**
   * Whose letter of a post it is: a recipient who has lost it since it was put in the outbox may
   * have another seat, which got none because this one was to have it. Empty if nobody may read it.
   *
   * @param sequence of the commit in which it was posted
   */
  public static Optional<Seat> reader(
      Workspace state, long sequence, String entry, SeatId recipient) {
    Seat seat = state.members().seats().get(recipient);
    if (seat == null || canRead(state, entry, recipient)) {
      return Optional.ofNullable(seat);
    }
    Commit commit = state.history().get(Math.toIntExact(sequence - 1));
    return commit.events().stream()
        .flatMap(e -> e instanceof EntryPosted p && p.id().equals(entry) ? Stream.of(p) : null)
        .flatMap(
            posted ->
                state.members().seatsOf(seat.person()).stream()
                    .filter(s -> of(state, commit, posted, s.id()) == Channel.LETTER))
        .findFirst();
  }

  /**
   * The organisations for which a reader gets a post: the one that this copy is for, and others.
   */
  public static List<String> organisations(Workspace state, Entry entry, SeatId reader) {
    Seat held = Objects.requireNonNull(state.members().seats().get(reader));
    Stream<Seat> others =
        state.members().seatsOf(held.person()).stream()
            .filter(s -> !s.id().equals(reader) && canRead(state, entry.id(), s.id()))
            .filter(s -> wantsAny(state, entry, s.id()));
    return Stream.concat(Stream.of(held), others).map(Seat::organisation).toList();
  }

  private static boolean wantsAny(Workspace state, Entry entry, SeatId seat) {
    String list = state.lists().thread(entry.parent().id()).orElseThrow().list();
    return state.lists().delivery(seat, list) != Delivery.NONE;
  }

  /**
   * How it would come to who has no other seat, if the same letter had come by no other list: as
   * the seat has chosen for this one.
   */
  public static Channel chosen(Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    return whyChosen(state, commit, posted, seat).channel;
  }

  private static Why whyChosen(Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    Optional<Thread> thread =
        posted.parent().kind() == Ref.Kind.THREAD
            ? state.lists().thread(posted.parent().id())
            : Optional.empty();
    return thread.isEmpty() || !canRead(state, posted.id(), seat)
        ? Why.OUTSIDE
        : chosen(state, thread.get(), commit, posted, seat);
  }

  private static Why whyAlone(Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    Why chosen = whyChosen(state, commit, posted, seat);
    return chosen.channel != Channel.NONE && comesOtherwise(state, commit, posted, seat)
        ? Why.OTHER_LIST
        : chosen;
  }

  private static boolean canRead(Workspace state, String entry, SeatId seat) {
    return state
        .scopeOf(Ref.to(Ref.Kind.ENTRY, entry))
        .filter(scope -> state.access().canRead(seat, scope))
        .isPresent();
  }

  private static Why chosen(
      Workspace state, Thread thread, Commit commit, EntryPosted posted, SeatId seat) {
    var habits = state.lists().habits();
    // whoever lets a stranger's letter in has not written it, and gets it like all others
    boolean own =
        state.members().isSamePerson(posted.seat(), seat)
            && (posted.letter() == null || posted.letter().from() == null);
    if (own && !seat.equals(posted.seat())) {
      return Why.OWN; // their other seat wrote it
    }
    if (own && !habits.at(seat, thread.list(), commit.sequence()).own()) {
      return Why.OWN;
    }
    boolean special = Special.is(state, thread, posted);
    Wish wish = habits.wish(seat, thread.ref(), commit.sequence());
    Channel channel = habits.channel(seat, thread.list(), commit.sequence(), commit.at(), special);
    return switch (channel) {
      case LETTER -> wish == Wish.MUTE && !special ? Why.NOT_WANTED : Why.LETTER;
      case DIGEST -> gathered(wish);
      case NONE -> unwanted(habits.at(seat, thread.list(), commit.sequence()).mode());
    };
  }

  /** Whoever follows a thread gets each post of it, though the list comes in digests. */
  private static Why gathered(Wish wish) {
    return switch (wish) {
      case USUAL -> Why.DIGEST;
      case FOLLOW -> Why.LETTER;
      case MUTE -> Why.NOT_WANTED;
    };
  }

  private static Why unwanted(Delivery mode) {
    return switch (mode) {
      case NONE -> Why.NOT_WANTED;
      case SPECIAL -> Why.SPECIAL_ONLY;
      case EACH, DIGEST, MIME_DIGEST, SUMMARY -> Why.PAUSED;
    };
  }

  /**
   * One letter to two lists is a post on each, but comes once to who reads both: by the first. Mail
   * programs show a second of the same Message-ID as the first.
   */
  private static boolean comesOtherwise(
      Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    return earlier(state, posted.id(), posted.letter())
        .anyMatch(first -> comesToAny(state, commit, first, seat));
  }

  /** The same letter, where it was posted before, the first first. */
  static Stream<Entry> earlier(Workspace state, String entry, @Nullable Letter letter) {
    String id = letter == null ? null : letter.messageId();
    return letter == null || id == null
        ? Stream.empty()
        : state
            .entries()
            .allByMessageId(id)
            .takeWhile(e -> !e.id().equals(entry))
            .filter(e -> isSameLetter(e, letter));
  }

  private static boolean isSameLetter(Entry first, Letter second) {
    return first.letter() != null && first.letter().blob().equals(second.blob());
  }

  private static boolean comesToAny(Workspace state, Commit later, Entry first, SeatId id) {
    Seat seat = state.members().seats().get(id);
    return seat != null
        && state.members().seatsOf(seat.person()).stream()
            .anyMatch(s -> comes(state, later, first, s.id()));
  }

  /** Its commit is not far: both came with one letter, unless one was held for long. */
  private static boolean comes(Workspace state, Commit later, Entry first, SeatId seat) {
    for (int i = Math.toIntExact(later.sequence()) - 1; i >= 0; i--) {
      Commit commit = state.history().get(i);
      for (var event : commit.events()) {
        if (event instanceof EntryPosted posted && posted.id().equals(first.id())) {
          return of(state, commit, posted, seat) != Channel.NONE;
        }
      }
    }
    return false;
  }
}
