package org.caucus.messaging.distribution.receipts;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent.EntryPosted;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.PostDelivery;
import org.caucus.coalition.lists.subscriptions.SpecialNotices;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.notifications.rules.MentionedSeats;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * How a post comes to a seat by mail: by what the seat had chosen when it was posted, if it can
 * read it now. Who asks later gets the same answer, or that it is closed now: so a post is in a
 * letter or in a digest, never in both.
 */
public final class DeliveryPolicy {
  private DeliveryPolicy() {}

  /** Why a post comes to a seat as it does. */
  public enum Why {
    /** It comes as a letter. */
    LETTER(PostDelivery.LETTER),
    /** It comes with others, in a digest. */
    DIGEST(PostDelivery.DIGEST),
    /** The seat cannot read it. */
    OUTSIDE(PostDelivery.NONE),
    /** The seat, or another of the same person, wrote it and does not want its own back. */
    OWN(PostDelivery.NONE),
    /** On days for which the seat wanted no mail. */
    PAUSED(PostDelivery.NONE),
    /** The seat wants special notices only. */
    SPECIAL_ONLY(PostDelivery.NONE),
    /** The seat wants no mail of the list, or of the thread. */
    NOT_WANTED(PostDelivery.NONE),
    /** The same letter came by another list. */
    OTHER_LIST(PostDelivery.NONE),
    /** It comes to another seat of the same person. */
    OTHER_SEAT(PostDelivery.NONE);

    private final PostDelivery channel;

    Why(PostDelivery channel) {
      this.channel = channel;
    }
  }

  /**
   * How it comes; nothing to the person who cannot read it. Of several seats of one person that are
   * to have it, the first has it.
   */
  public static PostDelivery of(Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    return why(state, commit, posted, seat).channel;
  }

  /**
   * How it came in a digest that was made ready when this was the last commit: what was let in
   * since takes nothing out of it.
   */
  public static PostDelivery asOf(
      long seen, Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    return why(state, commit, posted, seat, o -> o.commit().sequence() <= seen).channel;
  }

  /** The same, with the reason. */
  public static Why why(Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    return why(state, commit, posted, seat, other -> true);
  }

  /**
   * The same, as if the letter stood nowhere else but where it is known: what anyone who asks may
   * know of the reason.
   */
  static Why why(
      Workspace state, Commit commit, EntryPosted posted, SeatId seat, Predicate<Other> known) {
    Why alone = whyAlone(state, commit, posted, seat, known);
    Seat held = state.members().seats().get(seat);
    return alone.channel == PostDelivery.NONE
            || held == null
            || !state
                .members()
                .isHeardElsewhere(
                    held,
                    s -> whyAlone(state, commit, posted, s, known).channel != PostDelivery.NONE)
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
                    .filter(s -> of(state, commit, posted, s.id()) == PostDelivery.LETTER))
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
  public static PostDelivery chosen(
      Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    return whyChosen(state, commit, posted, seat).channel;
  }

  /**
   * Whether a seat that was there when it was posted had chosen to get it with others, whether it
   * can read it or not.
   */
  static boolean gathers(Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    Seat held = state.members().seats().get(seat);
    return held != null
        && !held.start().isAfter(commit.at())
        && (held.end() == null || !held.end().isBefore(commit.at()))
        && state
            .lists()
            .thread(posted.parent().id())
            .filter(thread -> chosen(state, thread, commit, posted, seat) == Why.DIGEST)
            .isPresent();
  }

  /**
   * Whether a seat that has ended since was to get it with others, which it could read then:
   * another seat of the same person may have been passed over for that.
   */
  public static boolean wasToGather(
      Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    Seat held = state.members().seats().get(seat);
    return held != null
        && held.end() != null
        && !state.members().seatsOf(held.person()).isEmpty()
        && gathers(state, commit, posted, seat)
        && state
            .scopeOf(Ref.to(Ref.Kind.ENTRY, posted.id()))
            .filter(s -> new Access(state.members().asOf(commit.at())).canRead(seat, s))
            .isPresent();
  }

  /** Whether a seat cannot read it now. */
  static boolean isLost(Workspace state, EntryPosted posted, SeatId seat) {
    return !canRead(state, posted.id(), seat);
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

  private static Why whyAlone(
      Workspace state, Commit commit, EntryPosted posted, SeatId seat, Predicate<Other> known) {
    Why chosen = whyChosen(state, commit, posted, seat);
    return chosen.channel != PostDelivery.NONE
            && elsewhere(state, commit, posted, seat, chosen.channel).anyMatch(known)
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
    String list = thread.listAt(commit.sequence());
    // anyone who lets a stranger's letter in has not written it, and gets it like all others
    boolean own =
        state.members().isSamePerson(posted.seat(), seat)
            && (posted.letter() == null || posted.letter().from() == null);
    if (own && !seat.equals(posted.seat())) {
      return Why.OWN; // their other seat wrote it
    }
    if (own && !habits.at(seat, list, commit.sequence()).own()) {
      return Why.OWN;
    }
    boolean special = SpecialNotices.is(state, thread, posted);
    ThreadPreference wish = habits.wish(seat, thread.ref(), commit.sequence());
    PostDelivery channel = habits.channel(seat, list, commit.sequence(), commit.at(), special);
    return switch (channel) {
      case LETTER -> wish == ThreadPreference.MUTE && !special ? Why.NOT_WANTED : Why.LETTER;
      case DIGEST ->
          wish == ThreadPreference.USUAL && isCalled(state, commit, posted, seat)
              ? Why.LETTER
              : gathered(wish);
      case NONE -> unwanted(habits.at(seat, list, commit.sequence()).mode());
    };
  }

  /** Whether it mentions a seat that wants to hear of that at once: it waits for no digest. */
  private static boolean isCalled(Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    return state.lists().habits().at(seat, commit.sequence()).way(NotificationReason.MENTIONED)
            == NotificationChannel.AT_ONCE
        && MentionedSeats.kind(state, commit, posted, seat).isPresent();
  }

  /** Whether a seat that can read it chose to have no mail of its list, or of its thread. */
  public static boolean isOff(Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    Why why = why(state, commit, posted, seat);
    return why == Why.NOT_WANTED || why == Why.SPECIAL_ONLY;
  }

  /** Anyone who follows a thread gets each post of it, though the list comes in digests. */
  private static Why gathered(ThreadPreference wish) {
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
   * The same letter on another list.
   *
   * @param commit in which it was posted there
   */
  record Other(Entry entry, Commit commit) {}

  /**
   * One letter to two lists is a post on each, but comes once to who reads both: as a letter by the
   * first by which it would come as one, else with others by the first of all. Mail programs show a
   * second of the same Message-ID as the first. So what it comes by to the person who wants this
   * list's posts as letters is a letter too, and who cannot read the other list sees no difference.
   *
   * @param channel how it would come by this list
   * @return those by which it comes rather than by this list, the first first
   */
  static Stream<Other> elsewhere(
      Workspace state, Commit commit, EntryPosted posted, SeatId seat, PostDelivery channel) {
    List<Entry> same = same(state, posted);
    int here = same.stream().map(Entry::id).toList().indexOf(posted.id());
    return IntStream.range(0, same.size())
        .filter(i -> i != here)
        .mapToObj(i -> i)
        .flatMap(
            i ->
                said(state, commit, same.get(i)).stream()
                    .filter(said -> comes(state, said, seat, channel, i < here))
                    .map(said -> new Other(same.get(i), said.commit())));
  }

  /** All that the same letter became, this too, in the order in which it was said. */
  private static List<Entry> same(Workspace state, EntryPosted posted) {
    EntryLetter letter = posted.letter();
    String id = letter == null ? null : letter.messageId();
    return letter == null || id == null
        ? List.of()
        : state.entries().allByMessageId(id).filter(e -> isSameLetter(e, letter)).toList();
  }

  private static boolean isSameLetter(Entry first, EntryLetter second) {
    return first.letter() != null && first.letter().blob().equals(second.blob());
  }

  /** What the same letter became before it became this, and how it was said. */
  static Stream<Said> before(Workspace state, Commit commit, EntryPosted posted) {
    return same(state, posted).stream()
        .filter(e -> !e.id().equals(posted.id()))
        .flatMap(e -> said(state, commit, e).stream())
        .filter(s -> s.commit().sequence() < commit.sequence());
  }

  private static boolean comes(
      Workspace state, Said there, SeatId id, PostDelivery here, boolean earlier) {
    Seat seat = state.members().seats().get(id);
    return seat != null
        && (here == PostDelivery.DIGEST || earlier)
        && state.members().seatsOf(seat.person()).stream()
            .map(s -> chosen(state, there.commit(), there.event(), s.id()))
            .anyMatch(
                way ->
                    way == PostDelivery.LETTER
                        || (way == PostDelivery.DIGEST && here == way && earlier));
  }

  /** Something that was said, and the commit in which it was. */
  record Said(Commit commit, EntryPosted event) {}

  /** It is not far: both came with one letter, unless one was held for long. */
  private static Optional<Said> said(Workspace state, Commit near, Entry entry) {
    List<Commit> history = state.history();
    int from = Math.toIntExact(near.sequence()) - 1;
    return IntStream.range(0, history.size())
        .flatMap(d -> d == 0 ? IntStream.of(from) : IntStream.of(from - d, from + d))
        .filter(i -> i >= 0 && i < history.size())
        .mapToObj(history::get)
        .flatMap(
            commit ->
                commit.events().stream()
                    .flatMap(e -> e instanceof EntryPosted p ? Stream.of(p) : null)
                    .filter(p -> p.id().equals(entry.id()))
                    .map(p -> new Said(commit, p)))
        .findFirst();
  }
}
