package org.caucus.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.capability.MentionableText;
import org.caucus.coalition.mentions.MentionDecider;
import org.caucus.coalition.mentions.MentionEvent;
import org.caucus.coalition.mentions.MentionReading;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/** Adds to what people say who is mentioned in it. Pure. */
final class MentionRecorder {
  private MentionRecorder() {}

  /**
   * The events, and after them who is mentioned. Anyone who writes here is refused if a name tells
   * nobody (R7); a letter is posted, and its author hears of the names afterwards.
   *
   * @throws Refusal naming the field with the name
   */
  static List<Event> with(
      Workspace state, Command command, CommandContext act, List<Event> events) {
    if (events.stream().noneMatch(MentionRecorder::mayMention)) {
      return events;
    }
    Workspace after =
        state.evolve(
            new Commit(state.sequence() + 1, act.id(), act.at(), act.seat(), null, events));
    boolean byLetter = command instanceof LetterCommand;
    List<Event> all = new ArrayList<>(events);
    for (Event event : events) {
      mentioned(state, after, event, act, byLetter).ifPresent(all::add);
    }
    return all;
  }

  private static boolean mayMention(Event event) {
    return Capabilities.mentionable(event)
        .filter(text -> MentionReading.mayMention(text.words().toString()))
        .isPresent();
  }

  private static Optional<MentionEvent.Mentioned> mentioned(
      Workspace state, Workspace after, Event event, CommandContext act, boolean byLetter) {
    SeatId author = event.author() == null ? act.seat() : event.author();
    Optional<MentionableText> text = Capabilities.mentionable(event);
    if (author == null || text.isEmpty()) {
      return Optional.empty();
    }
    MentionReading reading = reading(after, text.get(), author);
    if (!byLetter && author.equals(act.seat())) {
      reading.mustBeWhole(text.get().field());
    }
    return MentionDecider.mentioned(state, text.get().thing(), author, reading);
  }

  private static MentionReading reading(Workspace after, MentionableText text, SeatId author) {
    return MentionReading.of(
        after.members(),
        author,
        after.scopeOf(text.thing()).orElseThrow(),
        text.words().toString());
  }
}
