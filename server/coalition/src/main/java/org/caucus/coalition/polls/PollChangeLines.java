package org.caucus.coalition.polls;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caucus.coalition.capability.ChangeLines;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.capability.ThingCommits;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** The fields of a poll that a letter tells with their old values. */
final class PollChangeLines implements ChangeLines.Fields {
  private final Polls.Held state;
  private final Poll poll;
  private final PollNoticeMessages words;

  /** What is told with its old value, in this order. */
  private enum Field {
    CLOSES,
    KEEPER,
    DECISION,
    REVIEW
  }

  private PollChangeLines(Polls.Held state, Poll poll, PollNoticeMessages words) {
    this.state = state;
    this.poll = poll;
    this.words = words;
  }

  /** What an event changed of a poll, for the reader of a notice. */
  static ChangeLines of(
      Polls.Held state,
      Poll poll,
      PollEvent event,
      NoticeContext context,
      PollNoticeMessages words) {
    return ChangeLines.of(
        state.slices().get(ThingCommits.SLICE).before(context.commit().sequence(), poll.ref()),
        event,
        context,
        new PollChangeLines(state, poll, words));
  }

  @Override
  public Map<String, String> values(Event event) {
    Map<String, String> values = new LinkedHashMap<>();
    if (!(event instanceof PollEvent change) || !change.poll().equals(poll.id())) {
      return values;
    }
    switch (change) {
      case PollEvent.PollOpened e -> {
        values.put(Field.CLOSES.name(), words.time(e.asked().closes()));
        values.put(Field.KEEPER.name(), keeper(e.by()));
      }
      case PollEvent.PollExtended e -> values.put(Field.CLOSES.name(), words.time(e.closes()));
      case PollEvent.PollPassedOn e -> values.put(Field.KEEPER.name(), keeper(e.to()));
      case PollEvent.PollDecided e -> {
        values.put(Field.DECISION.name(), e.outcome());
        reviewed(values, e.reviewOn());
      }
      case PollEvent.PollReviewed e -> reviewed(values, e.reviewOn());
      default -> {}
    }
    return values;
  }

  private void reviewed(Map<String, String> values, @Nullable LocalDate on) {
    if (on != null) {
      values.put(Field.REVIEW.name(), words.day(on));
    }
  }

  private String keeper(@Nullable SeatId seat) {
    return seat == null ? ChangeLines.NOTHING : state.members().nameOf(seat);
  }

  @Override
  public String line(String field, String value) {
    return switch (Field.valueOf(field)) {
      case CLOSES -> words.closes(value);
      case KEEPER -> words.keeper(value);
      case DECISION -> words.decision(value);
      case REVIEW -> words.nextReview(value);
    };
  }
}
