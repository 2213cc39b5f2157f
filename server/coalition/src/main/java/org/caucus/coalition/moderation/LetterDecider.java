package org.caucus.coalition.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.MailedTarget;
import org.caucus.coalition.entries.Rewording;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.lists.ThreadCommand;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.ReasonRecords;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a letter, by the rules of what it wants to become. Pure. */
public final class LetterDecider {
  /**
   * Most letters held at once for places of a workspace with the same readers; what comes beyond is
   * refused and its sender told.
   */
  public static final int MAX_HELD = 1_000;

  /**
   * How many of them may be strangers': else anyone who writes a thousand letters would keep those
   * of members out, who are only asked whether they wrote them.
   */
  public static final int MAX_HELD_OF_STRANGERS = 500;

  private LetterDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(
      HeldLetters.Held state, LetterCommand command, CommandContext act) {
    return switch (command) {
      case LetterCommand.PostLetter c -> postOrHold(state, c, null, act);
      case LetterCommand.HoldLetter c -> hold(state, c, act);
      case LetterCommand.RefuseLetter c -> List.of(LetterEvent.LetterRefused.of(c));
      case LetterCommand.PassLetterOn c -> {
        state.access().mustBeActive(c.from());
        state.access().mustBeActive(c.to());
        yield List.of(new LetterEvent.LetterPassedOn(c.letter(), c.from(), c.to(), c.blob()));
      }
      case LetterCommand.PassToConvenors c ->
          c.to().stream()
              .filter(state.members()::isActive)
              .<Event>map(to -> new LetterEvent.LetterPassedOn(c.letter(), c.from(), to, c.blob()))
              .toList();
      case LetterCommand.DropLetter c ->
          List.of(new LetterEvent.LetterDropped(c.letter(), c.reason()));
      case LetterCommand.ApproveHold c -> approve(state, c, act);
      case LetterCommand.PostAnnounced c -> announced(state, c, act);
      case LetterCommand.RefuseHold c -> refuse(state, c, act);
      case LetterCommand.DiscardHold c -> HoldDecider.discard(state, c, act);
      case LetterCommand.WithdrawHold c -> HoldDecider.withdraw(state, c, act);
      case LetterCommand.TendHold c -> HoldDecider.tend(state, c, act);
      case LetterCommand.RuleList c -> HoldDecider.rule(state, c, act);
      case LetterCommand.StopList c -> HoldDecider.stop(state, c, act);
      case LetterCommand.ModerateSeat c -> HoldDecider.moderate(state, c, act);
    };
  }

  /**
   * What was decided about words written in the browser, or a hold in its place where a convenor
   * reads first what this seat says there.
   *
   * @param posted what the capability decided: words it would refuse are not held either
   */
  public static List<Event> orHeld(
      HeldLetters.Held state, Command command, CommandContext act, List<Event> posted) {
    Seat seat = seat(state, act);
    if (seat == null) {
      return posted;
    }
    if (state.letters().moderation().isModerated(seat.id()) && HoldDecider.saysMore(command)) {
      throw unread();
    }
    if (command instanceof Rewording edit) {
      mustSayAtOnce(state, edit, seat);
    }
    if (command instanceof ThreadCommand arranging) {
      mustNotPass(state, arranging, seat);
    }
    return HoldDecider.said(state, command)
        .flatMap(said -> asked(state, said, seat, null, act))
        .orElse(posted);
  }

  /** Demands that nothing this seat says where the entry stands waits for a convenor. */
  private static void mustSayAtOnce(HeldLetters.Held state, Rewording edit, Seat seat) {
    List<Message> reasons =
        state
            .entries()
            .find(edit.entry())
            .map(entry -> new LetterReply(entry.parent(), entry.id()))
            .map(intent -> ModerationSettings.reasons(state, intent, seat))
            .orElse(List.of());
    if (reasons.equals(List.of(ModerationSettings.LOCKED))) {
      throw Refusal.conflict(Message.of("this-thread-is-locked"));
    }
    if (!reasons.isEmpty()) {
      throw unread();
    }
  }

  /** Demands that no words come past the convenors to a list on which they read all first. */
  private static void mustNotPass(HeldLetters.Held state, ThreadCommand command, Seat seat) {
    Optional<String> list =
        switch (command) {
          case ThreadCommand.MoveThread c -> Optional.of(c.list());
          case ThreadCommand.MergeThread c ->
              state.lists().thread(c.into()).map(state.lists()::current).map(Thread::list);
          case ThreadCommand.EditThread _,
              ThreadCommand.LeaveConversation _,
              ThreadCommand.SplitThread _,
              ThreadCommand.UnmergeThread _ ->
              Optional.empty();
        };
    if (seat.role() != Role.CONVENOR
        && list.filter(state.letters().moderation()::isStopped).isPresent()) {
      throw Refusal.forbidden(Message.of("only-convenors-arrange-a-moderated-list"));
    }
  }

  private static Refusal unread() {
    return Refusal.forbidden(Message.of("a-convenor-reads-first-what-you"));
  }

  private static @Nullable Seat seat(HeldLetters.Held state, CommandContext act) {
    return act.seat() == null ? null : state.members().seats().get(act.seat());
  }

  private static Optional<List<Event>> asked(
      HeldLetters.Held state,
      HoldDecider.Said said,
      Seat seat,
      @Nullable Hold before,
      CommandContext act) {
    List<Message> reasons = ModerationSettings.reasons(state, said.intent(), seat);
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    List<Event> held = hold(state, HoldDecider.held(state, said, seat, reasons, before), act);
    mustBeDecidable(state, (LetterEvent.LetterHeld) held.getFirst(), act);
    return Optional.of(held);
  }

  /** Its author is told at once what nobody could ever let in. */
  private static void mustBeDecidable(
      HeldLetters.Held state, LetterEvent.LetterHeld held, CommandContext act) {
    Hold hold = state.letters().evolve(held, act.at()).find(held.id()).orElseThrow();
    if (HeldLetters.deciders(state, hold).isEmpty()) {
      throw Refusal.forbidden(Message.of("nobody-who-could-let-this-in"));
    }
  }

  /** A seat's letter, unless a convenor was asked to read what it says since it came in. */
  private static List<Event> postOrHold(
      HeldLetters.Held state,
      LetterCommand.PostLetter c,
      @Nullable Hold before,
      CommandContext act) {
    List<Event> posted = post(state, c, act);
    Seat seat = seat(state, act);
    if (seat == null) {
      return posted;
    }
    return switch (state.mail(c.intent()).review(c.mailed(), posted)) {
      case NEEDLESS -> posted;
      case REFUSED -> {
        if (state.letters().moderation().isModerated(seat.id())) {
          throw unread();
        }
        yield posted;
      }
      case HELD -> {
        var said =
            new HoldDecider.Said(c.intent(), c.subject(), c.text(), c.letter(), c.audience());
        yield asked(state, said, seat, before, act).orElse(posted);
      }
    };
  }

  private static List<Event> post(
      HeldLetters.Held state, LetterCommand.PostLetter c, CommandContext act) {
    MailedTarget<?, ?> target = state.mail(c.intent());
    List<Event> events = target.decide(c.mailed(), act);
    return target
        .done(events)
        .map(of -> new LetterEvent.WordTaken(of, act.by(), c.mailed().messageId()))
        .map(told -> Stream.concat(events.stream(), Stream.<Event>of(told)).toList())
        .orElse(events);
  }

  /**
   * The letters that wait for a place with the same readers and would reach the same: those of
   * others must not be found out by writing until there are too many (R8).
   */
  private static List<Hold> alike(HeldLetters.Held state, LetterCommand.HoldLetter c) {
    Audience place = HeldLetters.place(state, c.intent()).audience();
    Object reach = reach(saidTo(state, c), c.seat(), place);
    return state.letters().holds().values().stream()
        .filter(h -> h.state() == Hold.State.HELD)
        .filter(h -> HeldLetters.place(state, h.intent()).audience().equals(place))
        .filter(h -> reach(h.audience(), h.seat(), place).equals(reach))
        .toList();
  }

  /** Whom letters reach that are counted together; those to certain people by their author. */
  private static Object reach(@Nullable Audience said, @Nullable SeatId author, Audience place) {
    return said instanceof Audience.Named && author != null
        ? author
        : Objects.requireNonNullElse(said, place);
  }

  private static List<Event> hold(
      HeldLetters.Held state, LetterCommand.HoldLetter c, CommandContext act) {
    List<Hold> held = alike(state, c);
    boolean full =
        c.seat() == null
            && held.stream().filter(h -> h.seat() == null).count() >= MAX_HELD_OF_STRANGERS;
    if (full || held.size() >= MAX_HELD) {
      throw Refusal.conflict(Message.of("too-many-letters-wait-for-a"));
    }
    var letter =
        new LetterEvent.LetterHeld(
            act.thing(),
            c.intent(),
            c.address(),
            c.sender(),
            c.seat(),
            c.awaits(),
            StoredText.of(c.subject()),
            StoredText.of(c.text()),
            c.letter(),
            ReasonRecords.words(c.reasons()),
            saidTo(state, c),
            c.unproven() ? true : null,
            c.announced() ? act.at().plus(Hold.ANNOUNCED) : null,
            ReasonRecords.codes(c.reasons()));
    return c.unread() == null
        ? List.of(letter)
        : List.of(letter, new LetterEvent.LetterUnread(act.thing(), c.unread()));
  }

  /**
   * More may read the place once it is decided, or convenors may have made another audience usual:
   * who wrote it did not say it to those.
   */
  private static @Nullable Audience saidTo(HeldLetters.Held state, LetterCommand.HoldLetter c) {
    MailedTarget<?, ?> target = state.mail(c.intent());
    if (c.audience() != null) {
      return c.audience();
    }
    Audience usual = target.usual(c.seat()).orElse(null);
    return usual == null && target.isForPlace() ? target.place().audience() : usual;
  }

  private static List<Event> approve(
      HeldLetters.Held state, LetterCommand.ApproveHold c, CommandContext act) {
    Hold hold = HoldDecider.open(state, c.hold(), act);
    if (hold.unread() != null) {
      mustBeReadable(hold.unread());
      return List.of(new LetterEvent.HoldReadAgain(hold.id(), act.by()));
    }
    List<Event> events = new ArrayList<>();
    events.add(new LetterEvent.HoldApproved(hold.id(), act.by()));
    if (hold.awaits() == Hold.Awaits.SENDER) {
      // their word is proof enough, but not enough where a convenor reads first
      events.addAll(postOrHold(state, posting(state, hold, hold.letter()), hold, act));
    } else if (speaksForItself(state, hold)) {
      CommandContext theirs =
          new CommandContext(act.id(), act.at(), hold.seat(), act.thing(), act.entry());
      events.addAll(post(state, posting(state, hold, hold.letter()), theirs));
    } else {
      events.addAll(post(state, posting(state, hold, from(hold)), act));
    }
    return events;
  }

  private static void mustBeReadable(UnreadLetter unread) {
    if (!unread.isReadable()) {
      throw Refusal.conflict(Message.of("this-letter-could-not-be-read-twice"));
    }
  }

  /** As its author's own word; what cannot be done any more is turned away, and they are told. */
  private static List<Event> announced(
      HeldLetters.Held state, LetterCommand.PostAnnounced c, CommandContext act) {
    Hold hold = HoldDecider.announced(state, c.hold(), act);
    try {
      return approve(state, new LetterCommand.ApproveHold(c.hold()), act);
    } catch (Refusal no) {
      return List.of(LetterEvent.HoldRefused.of(hold.id(), act.by(), no.message()));
    }
  }

  private static LetterCommand.PostLetter posting(
      HeldLetters.Held state, Hold hold, @Nullable EntryLetter letter) {
    return new LetterCommand.PostLetter(
        hold.intent(), hold.subject(), hold.text(), letter, HeldLetters.saidTo(state, hold));
  }

  /** Words that are known to be a member's who may post are posted as theirs. */
  private static boolean speaksForItself(HeldLetters.Held state, Hold hold) {
    Seat seat = hold.seat() == null ? null : state.members().seats().get(hold.seat());
    return seat != null && seat.active() && seat.role() != Role.OBSERVER && !hold.unproven();
  }

  /** A convenor who lets a letter in answers for it; the entry says whose words they are. */
  private static @Nullable EntryLetter from(Hold hold) {
    EntryLetter l = hold.letter();
    return l == null ? null : l.from(Objects.requireNonNullElse(l.from(), hold.sender()));
  }

  private static List<Event> refuse(
      HeldLetters.Held state, LetterCommand.RefuseHold c, CommandContext act) {
    Hold hold = HoldDecider.open(state, c.hold(), act);
    return List.of(new LetterEvent.HoldRefused(hold.id(), act.by(), c.note()));
  }
}
