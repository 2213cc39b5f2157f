package org.caucus.coalition.lists.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.Lists;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.lists.Thread;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/**
 * Decides what is brought in: by a convenor, to an audience at or below the list's. It is dated as
 * it was said, so anyone who reads from their joining on does not read it. Pure.
 */
public final class ImportDecider {
  private ImportDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(Lists.Held state, ImportCommand command, CommandContext act) {
    return switch (command) {
      case ImportCommand.Begin c ->
          List.of(
              new ListEvent.ImportBegun(
                  act.thing(),
                  c.list(),
                  c.kind(),
                  audience(state, c.list(), c.audience(), act.by()),
                  act.by()));
      case ImportCommand.Letters c -> letters(state, c, act);
    };
  }

  /**
   * The audience of what this seat brings into a list.
   *
   * @throws Refusal it may not, or not for that audience
   */
  public static Audience audience(Lists.Held state, String slug, Audience wished, SeatId seat) {
    SeatId by = state.access().mustConvene(seat).id();
    MailingList list = state.lists().opened(slug).orElseThrow(Refusal::absent);
    state.access().mustRead(by, list.scope());
    return state.access().choose(by, list.scope(), wished);
  }

  private static List<Event> letters(
      Lists.Held state, ImportCommand.Letters c, CommandContext act) {
    Audience audience = audience(state, c.list(), c.audience(), act.by());
    if (c.letters().size() > ImportCommand.Letters.MAX_LETTERS) {
      throw Refusal.invalid(
          "letters",
          Message.of("at-most-letters-at-once", "limit", ImportCommand.Letters.MAX_LETTERS));
    }
    List<Event> events = new ArrayList<>();
    Set<String> begun = new HashSet<>();
    Set<String> taken = new HashSet<>();
    for (ImportedLetter letter : c.letters()) {
      if (state.entries().find(letter.id()).isEmpty() && taken.add(letter.id())) {
        Optional<Thread> thread = state.lists().thread(letter.in().id());
        if (thread.isPresent()) {
          mustHold(state, state.lists().current(thread.get()), c.list(), audience, act.by());
        } else if (begun.add(letter.in().id())) {
          events.add(thread(c.list(), letter.in(), audience, act));
        }
        events.add(entry(letter, in(state, letter.in()), audience, act));
      }
    }
    if (events.isEmpty()) {
      throw Refusal.conflict(Message.of("all-of-these-letters-are-here"));
    }
    return events;
  }

  /** R2, R3: what is brought in reaches nobody who does not read what it is put under. */
  private static void mustHold(
      Lists.Held state, Thread thread, String list, Audience audience, SeatId by) {
    state.access().mustRead(by, state.lists().scope(thread));
    if (!thread.isOrWasOn(list) || !state.access().within(audience, state.lists().scope(thread))) {
      throw Refusal.invalid("audience", Message.of("this-would-reach-people-who-cannot"));
    }
  }

  private static Event thread(
      String list, ImportedLetter.In in, Audience audience, CommandContext act) {
    return new ListEvent.ThreadImported(
        in.id(), list, in.subject(), audience, act.by(), notAfter(in.began(), act));
  }

  /** A thread of an import may have been merged into another before its last letters come. */
  private static String in(Lists.Held state, ImportedLetter.In thread) {
    return state
        .lists()
        .thread(thread.id())
        .map(state.lists()::current)
        .map(Thread::id)
        .orElse(thread.id());
  }

  private static Event entry(
      ImportedLetter letter, String thread, Audience audience, CommandContext act) {
    return new EntryEvent.EntryImported(
        letter.id(),
        Ref.to(Ref.Kind.THREAD, thread),
        letter.answers(),
        act.by(),
        audience,
        notAfter(letter.at(), act),
        letter.text(),
        letter.letter(),
        letter.leads(),
        letter.line());
  }

  private static Instant notAfter(Instant at, CommandContext act) {
    return at.isAfter(act.at()) ? act.at() : at;
  }
}
