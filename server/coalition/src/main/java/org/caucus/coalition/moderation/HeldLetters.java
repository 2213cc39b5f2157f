package org.caucus.coalition.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.MailedLetter;
import org.caucus.coalition.capability.MailedTarget;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.lists.Lists;
import org.caucus.coalition.polls.Polls;
import org.caucus.coalition.trackers.Issues;
import org.caucus.coalition.updates.Updates;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slice;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * The held letters of a workspace, immutable.
 *
 * @param moderation who is asked before something is posted
 */
public record HeldLetters(PMap<String, Hold> holds, ModerationSettings moderation) {
  private static final StoredText NO_NOTE = StoredText.of("");

  /** The key of this state. */
  public static final Slice<HeldLetters> SLICE = Slice.of(HeldLetters.class, none());

  /** What anyone who holds the state of letters can be asked: everything a letter can become. */
  public interface Held extends Lists.Held, Issues.Held, Updates.Held, Polls.Held {
    /** The held letters. */
    default HeldLetters letters() {
      return slices().get(SLICE);
    }

    /** What becomes of a letter that wants to go there. */
    MailedTarget<?, ?> mail(MessageTarget target);

    /** What a letter does that answers the mail about a thing; {@link Refusal} if nothing. */
    List<Event> answered(Ref thing, MailedLetter letter, CommandContext act);
  }

  /** No held letters. */
  public static HeldLetters none() {
    return new HeldLetters(PersistentMap.empty(), ModerationSettings.none());
  }

  /** The hold with this id. */
  public Optional<Hold> find(String id) {
    return Optional.ofNullable(holds.get(id));
  }

  /** Who may read a hold: those who are asked about it, and the seat that wrote it. */
  public static Scope scope(Held state, Hold hold) {
    Scope place = place(state, hold.intent());
    List<SeatId> readers = new ArrayList<>(deciders(state, hold));
    if (hold.seat() != null && !readers.contains(hold.seat())) {
      readers.add(hold.seat());
    }
    return place.holds(Audience.named(readers), hold.at());
  }

  /**
   * Who would read it if it were let in: an update's place is its desk, but others read the update.
   */
  public static Scope readers(Held state, Hold hold) {
    MailedTarget<?, ?> target = state.mail(hold.intent());
    Scope within = target.within();
    Audience said = saidTo(state, hold);
    if (said == null && !target.isForPlace()) {
      said = target.usual(hold.seat()).orElse(null);
    }
    return said == null ? within : new Scope(said, null, within);
  }

  /**
   * Whom it was said to: those of the place as it was when the letter came, or whom its author
   * named, as far as they read the place now. Null for the person who reads the place: what came
   * before that was kept.
   */
  static @Nullable Audience saidTo(Held state, Hold hold) {
    Audience said = hold.audience();
    MailedTarget<?, ?> target = state.mail(hold.intent());
    return said == null || !target.isForPlace()
        ? said
        : state.access().meet(said, target.place().audience());
  }

  /** Whether this seat is asked about a hold. */
  public static boolean decides(Held state, Hold hold, SeatId seat) {
    return state.members().line(seat).stream().anyMatch(deciders(state, hold)::contains)
        && state.access().canRead(seat, scope(state, hold));
  }

  /**
   * Who is asked about a hold: the sender, or the convenors who can read its place and are among
   * those whom it would reach. If no convenor is (a company's own list, or a word to one company on
   * the list of all), every other reader who may post is asked. Being a convenor adds nothing to
   * what one may read, and nobody decides about their own words while somebody else can.
   */
  static List<SeatId> deciders(Held state, Hold hold) {
    SeatId own = hold.seat();
    if (hold.awaits() == Hold.Awaits.SENDER && own != null) {
      return List.of(own);
    }
    List<Seat> readers = reached(state, hold);
    List<SeatId> convenors =
        readers.stream().filter(s -> s.role() == Role.CONVENOR).map(Seat::id).toList();
    List<SeatId> asked =
        convenors.isEmpty()
            ? readers.stream().filter(s -> s.role() != Role.OBSERVER).map(Seat::id).toList()
            : convenors;
    List<SeatId> others = asked.stream().filter(s -> !s.equals(own)).toList();
    boolean alone =
        others.isEmpty() && !(own != null && state.letters().moderation.isModerated(own));
    return alone ? asked : others;
  }

  /** Those who read its place and whom it would reach: words for fewer are judged by fewer. */
  private static List<Seat> reached(Held state, Hold hold) {
    Scope would = readers(state, hold);
    return state.access().readers(place(state, hold.intent())).stream()
        .filter(seat -> state.access().canRead(seat.id(), would))
        .toList();
  }

  /** Where an intent wants to go. */
  public static Scope place(Held state, MessageTarget intent) {
    return state.mail(intent).place();
  }

  /** The state after an event. */
  public HeldLetters evolve(LetterEvent event, Instant at) {
    return switch (event) {
      case LetterEvent.LetterHeld e ->
          with(
              new Hold(
                  e.id(),
                  e.intent(),
                  e.address(),
                  e.sender(),
                  e.seat(),
                  e.awaits(),
                  e.storedSubject(),
                  e.storedText(),
                  e.letter(),
                  e.reasons(),
                  e.audience(),
                  Boolean.TRUE.equals(e.unproven()),
                  at,
                  Hold.State.HELD,
                  0,
                  null,
                  NO_NOTE,
                  e.posts(),
                  UnreadLetter.in(e, at)));
      case LetterEvent.LetterUnread e -> with(hold(e.id()).unread(e.how()));
      case LetterEvent.HoldApproved e -> decided(e.id(), Hold.State.APPROVED, e.by(), NO_NOTE);
      case LetterEvent.HoldReadAgain e -> decided(e.id(), Hold.State.APPROVED, e.by(), NO_NOTE);
      case LetterEvent.HoldRefused e -> decided(e.id(), Hold.State.REFUSED, e.by(), e.storedNote());
      case LetterEvent.HoldDiscarded e -> decided(e.id(), Hold.State.DISCARDED, e.by(), NO_NOTE);
      case LetterEvent.HoldWithdrawn e -> decided(e.id(), Hold.State.WITHDRAWN, e.by(), NO_NOTE);
      case LetterEvent.HoldExpired e -> decided(e.id(), Hold.State.EXPIRED, null, NO_NOTE);
      case LetterEvent.HoldReminded e -> with(hold(e.id()).reminded(e.days()));
      case LetterEvent.ListRuled e -> new HeldLetters(holds, moderation.ruled(e));
      case LetterEvent.ListStopped e -> new HeldLetters(holds, moderation.stopped(e));
      case LetterEvent.SeatModerated e -> new HeldLetters(holds, moderation.moderated(e));
      case LetterEvent.LetterRefused e -> this;
      case LetterEvent.LetterPassedOn e -> this;
      case LetterEvent.LetterObeyed e -> this;
      case LetterEvent.LetterTookBack e -> this;
      case LetterEvent.WordTaken e -> this;
      case LetterEvent.LetterDropped e -> this;
    };
  }

  private HeldLetters decided(String id, Hold.State state, @Nullable SeatId by, StoredText note) {
    return with(hold(id).decided(state, by, note));
  }

  private Hold hold(String id) {
    return Objects.requireNonNull(holds.get(id));
  }

  private HeldLetters with(Hold hold) {
    return new HeldLetters(holds.plus(hold.id(), hold), moderation);
  }
}
