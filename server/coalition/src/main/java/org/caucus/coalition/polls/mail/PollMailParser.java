package org.caucus.coalition.polls.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.mail.DateTimeParser;
import org.caucus.coalition.actions.mail.DateTimeSuggestion;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderKeys;
import org.caucus.coalition.mailcommands.headers.HeaderReader;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.mailcommands.suggestions.FuzzyMatch;
import org.caucus.coalition.mailcommands.suggestions.NonePhrases;
import org.caucus.coalition.polls.Poll;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines at the head of a letter that opens a poll, such as {@code Kind: choice} and
 * {@code Closes: 2026-12-01 18:00}, and the list of its options. What is not understood refuses all
 * of it, with the rule and the lines put right.
 */
final class PollMailParser implements HeaderReader<PollMailFields> {
  /** Most lines at the head. */
  static final int MAX_LINES = 10;

  /** What a line at the head may be of, in lower case. */
  private static final Set<String> HEAD_KEYS =
      Set.of("kind", "closes", "voice", "quorum", "silence", "shown", "options");

  /** Lines of other letters, which must not go unread in one that opens a poll. */
  private static final Set<String> OTHERS =
      Set.of("embargo", "publish-at", "due", "when", "attribution", "owner", "asked");

  /** A poll stays open for a week in an example. */
  private static final int USUAL_DAYS = 7;

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final int MAX_PERCENT = 100;
  private static final Pattern QUORUM =
      Pattern.compile(
          "(\\p{Nd}{1,3}+) ?(?:%|\\u066a|per ?cent|pour"
              + " ?cent|pour-cent|\\u0628\\u0627\\u0644\\u0645\\u0626\\u0629)?+(?:["
              + " ,]{1,3}(.{1,40}))?");

  private final @Nullable ZoneId zone;
  private final Instant now;
  private final Set<String> said = new HashSet<>();
  private Poll.@Nullable Kind kind;
  private Poll.VoiceOf voice = Poll.VoiceOf.ORGANISATION;
  private Poll.@Nullable Quorum quorum;
  private @Nullable Instant closes;
  private @Nullable ZoneId written;
  private Poll.Silence silence = Poll.Silence.COUNTS_AS_NOTHING;
  private Poll.Shown shown = Poll.Shown.LIVE;

  private PollMailParser(@Nullable ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  /** What a line at the head may be of. */
  static HeaderKeys keys() {
    return HeaderKeys.of(
        key -> isKey(key) || OTHERS.contains(key.toLowerCase(Locale.ROOT)),
        HEAD_KEYS.stream().sorted().toList());
  }

  private static boolean isKey(String key) {
    return HEAD_KEYS.contains(key.toLowerCase(Locale.ROOT));
  }

  /**
   * Reads lines that were found, and the list below them.
   *
   * @param zone of the person who wrote them; null if it is not known
   */
  static HeaderReading<PollMailFields> read(
      List<CommandLine> lines, String words, @Nullable ZoneId zone, Instant now) {
    PollMailParser parser = new PollMailParser(zone, now);
    HeaderReading<PollMailFields> head = HeaderReading.of(lines, MAX_LINES, parser);
    if (head.wrong() != null) {
      return wrong(head.wrong(), parser.completed(head.example(), words));
    }
    if (parser.kind == null || parser.closes == null) {
      return wrong(Message.of("a-poll-says-its-kind"), parser.completed(lines, words));
    }
    try {
      return new HeaderReading<>(parser.fields(words), null, List.of());
    } catch (Refusal no) {
      return wrong(no.message(), lines);
    }
  }

  private static HeaderReading<PollMailFields> wrong(Message why, List<CommandLine> example) {
    return new HeaderReading<>(null, why, example);
  }

  /** With the lines that must be there, as they would be usual. */
  private List<CommandLine> completed(List<CommandLine> lines, String words) {
    List<CommandLine> all = new ArrayList<>(lines);
    if (lines.stream().noneMatch(line -> line.name().equals("kind"))) {
      boolean isList = !OptionLines.of(words).options().isEmpty();
      all.addFirst(
          new CommandLine("Kind", PollWords.word(isList ? Poll.Kind.CHOICE : Poll.Kind.CONSENT)));
    }
    if (lines.stream().noneMatch(line -> line.name().equals("closes"))) {
      all.add(new CommandLine("Closes", today().plusDays(USUAL_DAYS).toString()));
    }
    return List.copyOf(all);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, zone == null ? ZoneOffset.UTC : zone);
  }

  /** What those ask that were taken, if they are enough; the list is read besides. */
  @Override
  public @Nullable PollMailFields asks() {
    return kind == null || closes == null ? null : fields("");
  }

  private PollMailFields fields(String words) {
    Poll.Kind how = Objects.requireNonNull(kind);
    return new PollMailFields(
        how,
        how.hasOptions() ? options(how, words) : List.of(),
        voice,
        quorum,
        Objects.requireNonNull(closes),
        silence,
        shown,
        Objects.requireNonNull(written));
  }

  private List<Poll.Option> options(Poll.Kind how, String words) {
    OptionLines list = OptionLines.of(words);
    if (!list.isOne()) {
      throw Refusal.invalid("options", Message.of("the-options-of-a-poll-are-one-list"));
    }
    return list.options().stream().map(line -> option(how, line)).toList();
  }

  private Poll.Option option(Poll.Kind how, String line) {
    if (how != Poll.Kind.TIME) {
      return new Poll.Option("", line, null, null);
    }
    DateTimeParser time = time(line, Message.of("each-time-is-a-line-such-as"));
    if (time.allDay()) {
      throw Refusal.invalid("options", Message.of("each-time-is-a-line-such-as"));
    }
    return new Poll.Option("", "", time.when().startsAt(), time.when().endsAt());
  }

  /** What needs a zone says so; what is no time is told as this. */
  private DateTimeParser time(String value, Message otherwise) {
    try {
      return DateTimeParser.of(value, zone, now);
    } catch (Refusal no) {
      throw no.message().equals(DateTimeParser.WHOSE) ? no : Refusal.invalid("When", otherwise);
    }
  }

  @Override
  public void take(CommandLine line) {
    String name = line.name();
    if (!isKey(name)) {
      throw Refusal.invalid(line.key(), Message.of("at-the-head-of-a-poll"));
    }
    if (said.contains(name)) {
      throw Refusal.invalid(line.key(), Message.of("is-said-once", "field", line.key()));
    }
    String value = line.value();
    switch (name) {
      case "kind" -> kind = one("Kind", Poll.Kind.values(), value);
      case "voice" -> voice = one("Voice", Poll.VoiceOf.values(), value);
      case "silence" -> silence = one("Silence", Poll.Silence.values(), value);
      case "shown" -> shown = one("Shown", Poll.Shown.values(), value);
      case "quorum" -> quorum = quorum(value);
      case "closes" -> closes(value);
      default -> mustBeEmpty(value);
    }
    said.add(name);
  }

  /** It stands above the list, which says them. */
  private static void mustBeEmpty(String value) {
    if (!value.isBlank()) {
      throw Refusal.invalid("Options", Message.of("the-options-of-a-poll-are-one-list"));
    }
  }

  private static <E extends Enum<E>> E one(String key, E[] all, String value) {
    return PollWords.of(all, value)
        .orElseThrow(
            () ->
                Refusal.invalid(
                    key, Message.of("is-one-of-2", "field", key, "known", PollWords.words(all))));
  }

  private static Poll.@Nullable Quorum quorum(String value) {
    if (NonePhrases.isMeant(value)) {
      return null;
    }
    Matcher share = QUORUM.matcher(value.strip());
    if (share.matches()) {
      int percent = Integer.parseInt(share.group(1));
      String of = share.group(2);
      if (percent >= 1 && percent <= MAX_PERCENT && (of == null || PollWords.isBySide(of))) {
        return new Poll.Quorum(percent, of != null);
      }
    }
    throw Refusal.invalid("Quorum", Message.of("quorum-is-a-share-such-as"));
  }

  /** A day is open until it ends. */
  private void closes(String value) {
    DateTimeParser time = time(value, Message.of("closes-is-a-day-or-an-hour"));
    Action.When when = time.when();
    Instant end = time.allDay() ? when.endsAt() : when.startsAt();
    boolean isOne = time.allDay() ? isOneDay(when) : when.endsAt() == null;
    if (end == null || !isOne || !end.isAfter(now)) {
      throw Refusal.invalid("Closes", Message.of("closes-is-a-day-or-an-hour"));
    }
    closes = end;
    written = when.zone().equals(ZoneOffset.UTC) ? UTC : when.zone();
  }

  private static boolean isOneDay(Action.When when) {
    return Stream.of(when.startsAt(), when.endsAt()).allMatch(Objects::nonNull)
        && Objects.requireNonNull(when.startsAt())
            .atZone(when.zone())
            .plusDays(1)
            .toInstant()
            .equals(when.endsAt());
  }

  @Override
  public CommandLine named(CommandLine line) {
    return isKey(line.key())
        ? line
        : FuzzyMatch.of(line.key(), HEAD_KEYS.stream().sorted().toList())
            .map(
                key -> line.called(key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1)))
            .orElse(line);
  }

  @Override
  public Optional<CommandLine> right(CommandLine line) {
    return switch (line.name()) {
      case "kind" -> nearest(line, Poll.Kind.values());
      case "voice" -> nearest(line, Poll.VoiceOf.values());
      case "silence" -> nearest(line, Poll.Silence.values());
      case "shown" -> nearest(line, Poll.Shown.values());
      case "quorum" -> Optional.of(line.saying("50%"));
      case "closes" -> Optional.of(line.saying(end(line.value())));
      default -> Optional.empty();
    };
  }

  private static <E extends Enum<E>> Optional<CommandLine> nearest(CommandLine line, E[] all) {
    return PollWords.nearest(all, line.value()).map(one -> line.saying(PollWords.word(one)));
  }

  /** The time that may have been meant, if it is ahead; else a week from now. */
  private String end(String value) {
    String meant = new DateTimeSuggestion(zone, today()).of(value);
    try {
      new PollMailParser(zone, now).closes(meant);
      return meant;
    } catch (Refusal no) {
      return today().plusDays(USUAL_DAYS).toString();
    }
  }

  /** The lines that ask this. */
  static List<CommandLine> of(PollMailFields asks) {
    List<CommandLine> lines = new ArrayList<>();
    lines.add(new CommandLine("Kind", PollWords.word(asks.kind())));
    Action.When end = new Action.When(asks.closes(), null, asks.zone());
    lines.add(new CommandLine("Closes", DateTimeParser.say(end, false)));
    lines.add(new CommandLine("Voice", PollWords.word(asks.voice())));
    Poll.Quorum quorum = asks.quorum();
    if (quorum != null) {
      String of = quorum.bySide() ? " of each side" : "";
      lines.add(new CommandLine("Quorum", quorum.percent() + "%" + of));
    }
    lines.add(new CommandLine("Silence", PollWords.word(asks.silence())));
    lines.add(new CommandLine("Shown", PollWords.word(asks.shown())));
    asks.options().forEach(o -> lines.add(new CommandLine("Option", said(o, asks.zone()))));
    return List.copyOf(lines);
  }

  private static String said(Poll.Option option, ZoneId zone) {
    return option.startsAt() == null
        ? option.text()
        : DateTimeParser.say(new Action.When(option.startsAt(), option.endsAt(), zone), false);
  }
}
