package org.caucus.coalition.updates.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderKeys;
import org.caucus.coalition.mailcommands.headers.HeaderReader;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.mailcommands.suggestions.ChoiceParser;
import org.caucus.coalition.mailcommands.suggestions.DateSuggestion;
import org.caucus.coalition.mailcommands.suggestions.FuzzyMatch;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.coalition.updates.drafts.DraftDecider;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.platform.i18n.EnumNames;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines at the head of a company's letter, such as {@code Kind: position} and {@code
 * Publish-at: 2026-12-01T09:00+01:00}. What is not understood refuses all of it, with the rule and
 * the lines put right.
 */
public final class UpdateMailParser implements HeaderReader<UpdateMailFields> {
  /** Most lines at the head. */
  public static final int MAX_LINES = 10;

  /** What a line at the head may be of, in lower case. */
  public static final Set<String> HEAD_KEYS =
      Set.of("kind", "stage", "attribution", "link", "links", "publish-at", "due", "provision");

  private static final int USUAL_DAYS = 7;
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final Instant now;
  private Update.@Nullable Kind kind;
  private Update.@Nullable Stage stage;
  private Update.@Nullable Attribution attribution;
  private final List<Ref> links = new ArrayList<>();
  private @Nullable Instant publishAt;
  private @Nullable LocalDate due;
  private @Nullable String provision;

  private UpdateMailParser(Instant now) {
    this.now = now;
  }

  /** Whether a line of this key is read. */
  public static boolean isKey(String key) {
    return HEAD_KEYS.contains(key.toLowerCase(Locale.ROOT));
  }

  /** What a line at the head may be of. */
  public static HeaderKeys keys() {
    return HeaderKeys.of(UpdateMailParser::isKey, HEAD_KEYS.stream().sorted().toList());
  }

  /** Reads lines that were found, in a letter of this time. */
  public static HeaderReading<UpdateMailFields> read(List<CommandLine> lines, Instant now) {
    return HeaderReading.of(lines, MAX_LINES, new UpdateMailParser(now));
  }

  @Override
  public UpdateMailFields asks() {
    return new UpdateMailFields(kind, stage, attribution, links, publishAt, provision, due);
  }

  /** The lines that ask this, and say what would be understood without them; no links. */
  public static List<CommandLine> of(UpdateMailFields asks) {
    List<CommandLine> lines = new ArrayList<>();
    lines.add(new CommandLine("Kind", ChoiceParser.word(asks.said())));
    lines.add(new CommandLine("Stage", ChoiceParser.word(asks.reached())));
    lines.add(new CommandLine("Attribution", ChoiceParser.word(asks.quotable())));
    put(lines, "Publish-at", asks.publishAt());
    put(lines, "Provision", asks.provision());
    put(lines, "Due", asks.due());
    return lines;
  }

  private static void put(List<CommandLine> lines, String key, @Nullable Object value) {
    if (value != null) {
      lines.add(new CommandLine(key, value.toString()));
    }
  }

  @Override
  public CommandLine named(CommandLine line) {
    return isKey(line.key())
        ? line
        : FuzzyMatch.of(line.key(), HEAD_KEYS.stream().sorted().toList())
            .map(line::called)
            .orElse(line);
  }

  @Override
  public void take(CommandLine line) {
    String value = line.value();
    switch (line.name()) {
      case "kind" -> kind = once("Kind", kind, constant("Kind", Update.Kind.values(), value));
      case "stage" -> stage = once("Stage", stage, constant("Stage", Update.Stage.values(), value));
      case "attribution" ->
          attribution =
              once(
                  "Attribution",
                  attribution,
                  constant("Attribution", Update.Attribution.values(), value));
      case "publish-at" -> publishAt = once("Publish-at", publishAt, hour(value));
      case "due" ->
          due =
              once(
                  "Due",
                  due,
                  UpdateReferences.day(
                      DateSuggestion.iso(value, LocalDate.ofInstant(now, ZoneOffset.UTC))));
      case "provision" -> provision = once("Provision", provision, provision(value));
      case "link", "links" -> links(value);
      default -> throw Refusal.invalid(line.key(), Message.of("at-the-head-of-an-update"));
    }
  }

  private static <T> T once(String key, @Nullable T before, T value) {
    if (before != null) {
      throw Refusal.invalid(key, Message.of("is-said-once", "field", key));
    }
    return value;
  }

  /** The one that is called so, in whatever language. */
  static <E extends Enum<E>> E constant(String key, E[] all, String value) {
    return ChoiceParser.of(value, all)
        .or(() -> EnumNames.of(value, all))
        .orElseThrow(
            () ->
                Refusal.invalid(
                    key,
                    Message.of("is-one-of-2", "field", key, "known", ChoiceParser.words(all))));
  }

  private Instant hour(String value) {
    try {
      Instant at = OffsetDateTime.parse(value.replace(' ', 'T')).toInstant();
      if (at.isAfter(now) && !at.isAfter(now.plus(DraftDecider.AHEAD))) {
        return at;
      }
    } catch (DateTimeException e) {
      // said below, as for an hour that is past
    }
    throw Refusal.invalid(
        "Publish-at", Message.of("publish-at-is-an-hour-to", "days", DraftDecider.AHEAD.toDays()));
  }

  static String provision(String value) {
    if (value.isBlank() || value.length() > UpdateReferences.MAX_PROVISION_CHARS) {
      throw Refusal.invalid(
          "Provision",
          Message.of(
              "a-provision-has-1-to-characters", "limit", UpdateReferences.MAX_PROVISION_CHARS));
    }
    return value;
  }

  /** Issues by their label, or pages by their address. */
  private void links(String value) {
    String[] names = value.split("[, ]+", UpdateReferences.MAX_LINKS + 2);
    List<Ref> more = new ArrayList<>();
    for (String name : names) {
      more.add(
          link(name)
              .orElseThrow(
                  () -> Refusal.invalid("Links", Message.of("links-are-labels-of-issues-such"))));
    }
    if (links.size() + more.size() > UpdateReferences.MAX_LINKS) {
      throw Refusal.invalid(
          "Links", Message.of("at-most-links-are-given", "limit", UpdateReferences.MAX_LINKS));
    }
    links.addAll(more);
  }

  private static Optional<Ref> link(String name) {
    return Ref.named(name).filter(to -> to.kind() != Ref.Kind.THREAD);
  }

  /** The line as it may have been meant; empty for one that cannot be. */
  @Override
  public Optional<CommandLine> right(CommandLine line) {
    String value = line.value();
    Optional<String> right =
        switch (line.name()) {
          case "kind" -> Optional.of(nearest(value, Update.Kind.STATUS, Update.Kind.values()));
          case "stage" -> Optional.of(nearest(value, Update.Stage.NOTED, Update.Stage.values()));
          case "attribution" -> Optional.of(quotable(value));
          case "publish-at" -> Optional.of(hourMeant(value, now).toString());
          case "due" -> Optional.of(dayMeant(value, now).toString());
          case "link", "links" -> linksMeant(value);
          default -> Optional.empty();
        };
    return right.map(line::saying);
  }

  private static <E extends Enum<E>> String nearest(String value, E usual, E[] all) {
    return ChoiceParser.word(ChoiceParser.nearest(value, all).orElse(usual));
  }

  /** Of two that are as near the one that lets less be quoted: an example may be sent unread. */
  static String quotable(String value) {
    return nearest(
        value,
        Update.Attribution.OFF_RECORD,
        new Update.Attribution[] {
          Update.Attribution.OFF_RECORD, Update.Attribution.BACKGROUND, Update.Attribution.ON_RECORD
        });
  }

  private static LocalDate dayMeant(String value, Instant now) {
    return DateSuggestion.meant(
        value,
        LocalDate.ofInstant(now, ZoneOffset.UTC),
        day ->
            day.getYear() >= UpdateReferences.MIN_YEAR
                && day.getYear() <= UpdateReferences.MAX_YEAR);
  }

  /** In UTC where no offset is said; in the morning where no hour is. */
  private static OffsetDateTime hourMeant(String value, Instant now) {
    OffsetDateTime usual =
        now.atOffset(ZoneOffset.UTC).plusDays(USUAL_DAYS).truncatedTo(ChronoUnit.HOURS);
    try {
      return soon(LocalDateTime.parse(value.strip().replace(' ', 'T')), now).orElse(usual);
    } catch (DateTimeException e) {
      return DateSuggestion.of(value, LocalDate.ofInstant(now, ZoneOffset.UTC))
          .flatMap(day -> soon(day.atTime(MORNING), now))
          .orElse(usual);
    }
  }

  private static Optional<OffsetDateTime> soon(LocalDateTime at, Instant now) {
    Instant hour = at.toInstant(ZoneOffset.UTC);
    return hour.isAfter(now) && !hour.isAfter(now.plus(DraftDecider.AHEAD))
        ? Optional.of(at.atOffset(ZoneOffset.UTC))
        : Optional.empty();
  }

  /** Those that would be understood; what is said besides is no link. */
  private static Optional<String> linksMeant(String value) {
    String known =
        Stream.of(value.split("[, ]+", UpdateReferences.MAX_LINKS + 2))
            .filter(name -> link(name).isPresent())
            .limit(UpdateReferences.MAX_LINKS)
            .collect(Collectors.joining(", "));
    return Optional.of(known).filter(some -> !some.isEmpty());
  }
}
