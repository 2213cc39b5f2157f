package org.caucus.coalition.polls;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/** The options of a new poll. */
final class PollOptions {
  private static final String FIELD = "options";
  private static final int LETTERS = 26;

  private PollOptions() {}

  /**
   * With their labels.
   *
   * @throws Refusal naming {@code options} if they do not fit the kind
   */
  static List<Poll.Option> labelled(Poll.Kind kind, List<Poll.Option> given) {
    mustBeSome(kind, given.size());
    Set<String> seen = new HashSet<>();
    List<Poll.Option> options = new ArrayList<>();
    for (Poll.Option option : given) {
      mustBeWhole(kind, option);
      String same = option.text().strip().toLowerCase(Locale.ROOT) + "\n" + option.startsAt();
      if (!seen.add(same)) {
        throw Refusal.invalid(FIELD, Message.of("two-of-the-options-are-the"));
      }
      String label = label(kind, options.size());
      options.add(
          new Poll.Option(label, option.text().strip(), option.startsAt(), option.endsAt()));
    }
    return List.copyOf(options);
  }

  private static void mustBeSome(Poll.Kind kind, int size) {
    int least = least(kind);
    if (size > Poll.MAX_OPTIONS) {
      throw Refusal.invalid(
          FIELD, Message.of("a-poll-has-at-most-options", "limit", Poll.MAX_OPTIONS));
    }
    if (kind == Poll.Kind.CONSENT && size > 0) {
      throw Refusal.invalid(FIELD, Message.of("a-poll-for-consent-has-no"));
    }
    if (size < least) {
      throw Refusal.invalid(
          FIELD,
          least == 1
              ? Message.of("such-a-poll-needs-an-option")
              : Message.of("such-a-poll-needs-at-least-two"));
    }
  }

  private static int least(Poll.Kind kind) {
    return switch (kind) {
      case CONSENT -> 0;
      case CHOICE, RANKED -> 2;
      case SCORE, TIME -> 1;
    };
  }

  private static void mustBeWhole(Poll.Kind kind, Poll.Option option) {
    boolean isTime = kind == Poll.Kind.TIME;
    if (isTime == (option.startsAt() == null)) {
      throw Refusal.invalid(
          FIELD,
          isTime
              ? Message.of("each-time-needs-its-beginning")
              : Message.of("only-a-poll-about-times-has"));
    }
    if (!isTime && option.text().isBlank()) {
      throw Refusal.invalid(FIELD, Message.of("each-option-needs-its-words"));
    }
    if (option.text().length() > Poll.MAX_OPTION_CHARS) {
      throw Refusal.invalid(
          FIELD, Message.of("an-option-has-at-most-characters", "limit", Poll.MAX_OPTION_CHARS));
    }
    if (option.endsAt() != null
        && (option.startsAt() == null || option.endsAt().isBefore(option.startsAt()))) {
      throw Refusal.invalid(FIELD, Message.of("it-would-end-before-it-starts"));
    }
  }

  /** 1, 2 and so on for times; A to Z, then AA, AB and so on. */
  static String label(Poll.Kind kind, int at) {
    if (kind == Poll.Kind.TIME) {
      return String.valueOf(at + 1);
    }
    String last = String.valueOf((char) ('A' + at % LETTERS));
    return at < LETTERS ? last : "A" + last;
  }
}
