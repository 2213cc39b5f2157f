package org.caucus.actions.asked;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caucus.actions.Action;
import org.caucus.actions.plans.DetailFields;
import org.caucus.actions.plans.DetailRules;
import org.caucus.actions.plans.Details;
import org.caucus.actions.plans.Reminder;
import org.caucus.actions.plans.Strategy;
import org.caucus.command.Refused;
import org.caucus.members.Members;
import org.caucus.members.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines at the head of a letter that plans an action, such as {@code Kind: call} and
 * {@code When: 2026-12-01 10:00 to 11:30}. What is not understood refuses all of it, with the rule
 * and the lines put right.
 */
public final class ActionLines {
  /** Most lines at the head. */
  public static final int MAX_LINES = 20;

  /** What a line at the head may be of, in lower case. */
  public static final Set<String> HEAD_KEYS =
      Set.of(
          "kind", "when", "where", "link", "asked", "strategy", "remind", "channel", "reply-due");

  /** What stands in brackets at the end of the subject of an answer, in lower case. */
  public static final Set<String> SUBJECT_KEYS =
      Set.of("state", "when", "where", "link", "outcome");

  private static final int MAX_CHANNEL_CHARS = 500;

  private final Members members;
  private final @Nullable ZoneId zone;
  private final Set<String> said = new HashSet<>();
  private Action.@Nullable Kind kind;
  private @Nullable Moments moments;
  private @Nullable String place;
  private List<String> organisations = List.of();
  private List<Strategy> strategies = List.of();
  private List<Reminder> reminders = List.of();
  private String link = "";
  private String channel = "";
  private @Nullable LocalDate replyDue;
  private Action.@Nullable State state;
  private @Nullable String outcome;

  private ActionLines(Members members, @Nullable ZoneId zone) {
    this.members = members;
    this.zone = zone;
  }

  /** One line. */
  public record Line(String key, String value) {}

  /**
   * What is asked, or why not.
   *
   * @param wrong what is wrong, without a word of the letter; null if all is well
   * @param example the same lines put right; empty if all is well
   */
  public record Reading(ActionAsks asks, @Nullable String wrong, List<Line> example) {}

  /** Reads what stands in the subject of an answer. */
  public static Reading inSubject(List<Line> lines, Members members, @Nullable ZoneId zone) {
    return lines.stream().allMatch(l -> SUBJECT_KEYS.contains(l.key().toLowerCase(Locale.ROOT)))
        ? read(lines, members, zone)
        : new Reading(
            ActionAsks.NOTHING,
            "Of an action these can be set: state, when, where, link, outcome.",
            List.of());
  }

  /** Whether a line of this key is read. */
  public static boolean isKey(String key) {
    return HEAD_KEYS.contains(key.toLowerCase(Locale.ROOT));
  }

  /**
   * Reads lines that were found.
   *
   * @param zone of whoever wrote them; null if it is not known
   */
  public static Reading read(List<Line> lines, Members members, @Nullable ZoneId zone) {
    ActionLines all = new ActionLines(members, zone);
    List<Line> example = new ArrayList<>();
    String wrong = lines.size() > MAX_LINES ? "At most " + MAX_LINES + " lines are read." : null;
    for (Line line : lines.subList(0, Math.min(lines.size(), MAX_LINES))) {
      try {
        all.take(line.key().toLowerCase(Locale.ROOT), line);
        example.add(line);
      } catch (Refused no) {
        wrong = wrong == null ? no.why() : wrong;
        example.add(new Line(line.key(), right(line.key().toLowerCase(Locale.ROOT))));
      }
    }
    return wrong == null
        ? new Reading(all.asks(), null, List.of())
        : new Reading(ActionAsks.NOTHING, wrong, List.copyOf(example));
  }

  /** The lines that ask this, and say what would be understood without them. */
  public static List<Line> of(ActionAsks asks) {
    List<Line> lines = new ArrayList<>(List.of(new Line("Kind", word(asks.said()))));
    Details details = Objects.requireNonNullElse(asks.details(), Details.none());
    if (asks.when() != null && asks.when().startsAt() != null) {
      lines.add(new Line("When", Moments.say(asks.when(), details.allDay())));
    }
    if (asks.place() != null) {
      lines.add(new Line("Where", asks.place()));
    }
    if (!details.link().isEmpty()) {
      lines.add(new Line("Link", details.link()));
    }
    if (!details.organisations().isEmpty()) {
      lines.add(new Line("Asked", String.join(", ", details.organisations())));
    }
    return List.copyOf(lines);
  }

  private ActionAsks asks() {
    Details details =
        new Details(
            moments != null && moments.allDay(),
            organisations,
            strategies,
            link,
            "",
            channel,
            "",
            replyDue,
            List.of(),
            reminders,
            List.of());
    return new ActionAsks(
        kind,
        moments == null ? null : moments.when(),
        place,
        details.equals(Details.none()) ? null : details,
        state,
        outcome,
        null);
  }

  private void take(String key, Line line) {
    if (!said.add(key)) {
      throw Refused.invalid(line.key(), line.key() + " is said once.");
    }
    String value = line.value();
    switch (key) {
      case "kind" -> kind = constant("Kind", Action.Kind.values(), value);
      case "when" -> moments = Moments.of(value, zone);
      case "where" -> place = value;
      case "link" -> link = link(value);
      case "asked" -> organisations = each(value, this::organisation);
      case "strategy" ->
          strategies = each(value, one -> constant("Strategy", Strategy.values(), one));
      case "remind" -> reminders = each(value, one -> constant("Remind", Reminder.values(), one));
      case "channel" -> channel = channel(value);
      case "state" -> state = constant("State", Action.State.values(), value);
      case "outcome" -> outcome = value;
      default -> replyDue = DetailFields.day("Reply-due", value);
    }
  }

  private static <T> List<T> each(String value, Function<String, T> read) {
    String[] names = value.split(",", DetailRules.MAX_ORGANISATIONS + 2);
    return Arrays.stream(names).map(String::strip).map(read).distinct().toList();
  }

  private static String link(String value) {
    if (!value.startsWith("https://") && !value.startsWith("http://")) {
      throw Refused.invalid("Link", "The link must begin with https:// or http://.");
    }
    return value;
  }

  private static String channel(String value) {
    if (value.length() > MAX_CHANNEL_CHARS) {
      throw Refused.invalid("Channel", "Channel has at most " + MAX_CHANNEL_CHARS + " characters.");
    }
    return value;
  }

  /** By its name or its short name; everyone here can see who takes part. */
  private String organisation(String name) {
    return members.parties().stream()
        .filter(o -> o.slug().equals(name) || o.name().equalsIgnoreCase(name))
        .map(Organisation::slug)
        .findFirst()
        .orElseThrow(
            () ->
                Refused.invalid(
                    "Asked",
                    "Asked names organisations here, by their names or short names, with commas"
                        + " between them."));
  }

  private static <E extends Enum<E>> E constant(String key, E[] all, String value) {
    String word = value.toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
    return Arrays.stream(all)
        .filter(one -> one.name().equals(word))
        .findFirst()
        .orElseThrow(() -> Refused.invalid(key, key + " is one of: " + words(all) + "."));
  }

  private static String words(Enum<?>[] all) {
    return Arrays.stream(all).map(ActionLines::word).collect(Collectors.joining(", "));
  }

  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A value that would be understood. */
  private static String right(String key) {
    return switch (key) {
      case "kind" -> word(Action.Kind.CALL);
      case "when" -> "2026-12-01 10:00 to 11:30 Africa/Lagos";
      case "link" -> "https://meet.example/room";
      case "asked" -> "the short names of organisations";
      case "strategy" -> word(Strategy.PUBLIC_ADVOCACY);
      case "remind" -> word(Reminder.DAY);
      case "channel" -> "Portal";
      case "reply-due" -> "2026-12-01";
      case "state" -> word(Action.State.DONE);
      case "outcome" -> "Handed in";
      default -> "Abuja";
    };
  }
}
