package org.caucus.coalition.trackers.mail;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.mentions.NamedPeople;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderKeys;
import org.caucus.coalition.mailcommands.headers.HeaderReader;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.mailcommands.headers.SettingShape;
import org.caucus.coalition.mailcommands.suggestions.ChoiceParser;
import org.caucus.coalition.mailcommands.suggestions.DateSuggestion;
import org.caucus.coalition.mailcommands.suggestions.FuzzyMatch;
import org.caucus.coalition.mailcommands.suggestions.NonePhrases;
import org.caucus.coalition.trackers.Tracker;
import org.caucus.coalition.trackers.fields.CustomField;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.IssueType;
import org.caucus.coalition.trackers.fields.Priority;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.EnumNames;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a letter asks of an issue: the lines at its head ({@code Priority: high}), and what
 * stands in brackets at the end of its subject ({@code [priority=high; due=2026-12-01]}). What is
 * not understood refuses all of it, with the rule and an example put right.
 *
 * @param me whose letter it is
 * @param readers who can be asked to see to it
 * @param today from which an example counts
 * @param standing the state of an issue that is answered; null of one that is opened
 */
public record IssueMailParser(
    Members members,
    Access access,
    Seat me,
    Scope readers,
    Tracker tracker,
    LocalDate today,
    @Nullable IssueState standing) {
  /** Most lines at the head, and most settings in a subject. */
  public static final int MAX_LINES = 20;

  /** What a line at the head may be of, in lower case. */
  public static final Set<String> HEAD_KEYS =
      Set.of(
          "priority",
          "due",
          "label",
          "labels",
          "assign",
          "assigned",
          "assignee",
          "type",
          "state",
          "document",
          "part",
          "number",
          "quote",
          "provision",
          "blocks",
          "duplicate",
          "parent",
          "relates",
          "evidence");

  /** With which an answer begins that orders something; others begin sentences as well. */
  private static final Set<String> ORDERS =
      Set.of(
          "priority", "due", "label", "labels", "assign", "assigned", "assignee", "type", "state");

  /** Whether a line of this key is read at the head of a letter that opens an issue there. */
  public static boolean isKey(String key, Tracker tracker) {
    return HEAD_KEYS.contains(key.toLowerCase(Locale.ROOT))
        || IssueMailExtraFields.isKey(key, tracker.arrangement());
  }

  /**
   * Whether a line with which somebody begins an answer orders something, and is no sentence of
   * theirs: {@code State: done}, and not {@code State: we wait for the agency.}
   */
  public static boolean isOrder(CommandLine line) {
    return ORDERS.contains(line.name())
        ? SettingShape.isBrief(line.value())
        : IssueMailExtraFields.RELATING.containsKey(line.name())
            && SettingShape.areLabels(line.value());
  }

  /** What a line at the head of a letter that opens an issue there may be of. */
  public static HeaderKeys keys(Tracker tracker) {
    List<CustomField> own = tracker.arrangement().fields();
    return HeaderKeys.of(
        key -> isKey(key, tracker),
        Stream.of(
                HEAD_KEYS.stream().sorted(),
                own.stream().map(CustomField::id),
                own.stream().map(CustomField::name))
            .flatMap(all -> all)
            .toList());
  }

  /** Reads lines that were found. */
  public HeaderReading<IssueMailFields> read(List<CommandLine> lines) {
    return HeaderReading.of(lines, MAX_LINES, new Gathered());
  }

  /** By the key that may have been meant. */
  private CommandLine named(CommandLine line) {
    return isKey(line.key(), tracker)
        ? line
        : FuzzyMatch.of(line.name(), keys(tracker).words()).map(line::called).orElse(line);
  }

  private NamedPeople called() {
    return new NamedPeople(me, access.readers(readers));
  }

  private final class Gathered implements HeaderReader<IssueMailFields> {
    private final IssueMailExtraFields others =
        new IssueMailExtraFields(tracker.arrangement(), members);
    private final IssueFieldSuggestions right =
        new IssueFieldSuggestions(called(), today, states(), standing);
    private @Nullable IssueState state;
    private @Nullable IssueType type;
    private @Nullable Priority priority;
    private @Nullable LocalDate due;
    private boolean dueChanged;
    private @Nullable List<String> labels;
    private @Nullable List<SeatId> assignees;

    @Override
    public void take(CommandLine line) {
      IssueMailParser.this.take(line, this);
    }

    @Override
    public CommandLine named(CommandLine line) {
      return IssueMailParser.this.named(line);
    }

    @Override
    public Optional<CommandLine> right(CommandLine line) {
      return right.of(line, labels, others);
    }

    @Override
    public IssueMailFields asks() {
      IssuePatch more = new IssuePatch(type, priority, labels, null, null, others.own());
      return new IssueMailFields(
          state,
          more.isNothing() ? null : more,
          assignees,
          dueChanged,
          due,
          false,
          others.cites(),
          null,
          others.related(),
          null,
          null);
    }
  }

  private void take(CommandLine line, Gathered all) {
    String value = line.value().strip();
    switch (line.name()) {
      case "priority" -> {
        once("priority", all.priority != null);
        all.priority = one("priority", Priority.values(), value);
      }
      case "type" -> {
        once("type", all.type != null);
        all.type = one("type", IssueType.values(), value);
      }
      case "state" -> {
        once("state", all.state != null);
        all.state = state(value);
      }
      case "due" -> {
        once("due", all.dueChanged);
        all.due =
            NonePhrases.isMeant(value) ? null : IssuePatch.day(DateSuggestion.iso(value, today));
        all.dueChanged = true;
      }
      case "label", "labels" -> all.labels = checked(joined(all.labels, labels(value)));
      case "assign", "assigned", "assignee" ->
          all.assignees = joined(all.assignees, called().all(value));
      default -> {
        if (!isKey(line.key(), tracker)) {
          throw Refusal.invalid("line", Message.of("only-these-can-be-asked-for"));
        }
        all.others.take(line);
      }
    }
  }

  private @Nullable List<String> checked(List<String> labels) {
    return new IssuePatch(null, null, labels, null, null, null)
        .checked(tracker.arrangement(), slug -> false)
        .labels();
  }

  private static void once(String key, boolean already) {
    if (already) {
      throw Refusal.invalid(key, Message.of("its-is-given-twice", "field", key));
    }
  }

  private static <E extends Enum<E>> E one(String key, E[] all, String value) {
    return ChoiceParser.of(value, all)
        .or(() -> EnumNames.of(value, all))
        .orElseThrow(() -> unknown(key, known(all)));
  }

  private static Refusal unknown(String key, Object words) {
    return Refusal.invalid(
        key, Message.of("its-is-not-understood-it-is", "field", key, "known", words));
  }

  /** What there is, in words that are said in every language. */
  private static Object known(Enum<?>[] all) {
    return switch (all[0]) {
      case Priority p -> Message.of("part.priorities");
      case IssueType t -> Message.of("part.types-of-issues");
      default -> ChoiceParser.words(all);
    };
  }

  /** The states, unless this tracker calls them by its own names. */
  private static Object known(Set<String> states) {
    String words = String.join(", ", states);
    return words.equals(ChoiceParser.words(IssueState.values()))
        ? Message.of("part.states-of-issues")
        : words;
  }

  /** As its tracker calls it, or as it is called anywhere. */
  private IssueState state(String value) {
    Map<String, IssueState> states = states();
    return Optional.ofNullable(states.get(value.toLowerCase(Locale.ROOT)))
        .or(() -> ChoiceParser.of(value, IssueState.values()))
        .or(() -> EnumNames.of(value, IssueState.values()))
        .orElseThrow(() -> unknown("state", known(states.keySet())));
  }

  /** What its tracker calls each state, in small letters. */
  private Map<String, IssueState> states() {
    Map<String, IssueState> states = new LinkedHashMap<>();
    for (IssueState one : IssueState.values()) {
      String name = tracker.arrangement().called(one).orElseGet(() -> ChoiceParser.word(one));
      states.putIfAbsent(name.toLowerCase(Locale.ROOT), one);
    }
    return states;
  }

  static List<String> labels(String value) {
    return NonePhrases.isMeant(value)
        ? List.of()
        : Arrays.stream(value.split("[,\\u060c\\u3001]"))
            .map(String::strip)
            .filter(l -> !l.isEmpty())
            .toList();
  }

  private static <T> List<T> joined(@Nullable List<T> before, List<T> more) {
    return before == null ? more : Stream.concat(before.stream(), more.stream()).toList();
  }
}
