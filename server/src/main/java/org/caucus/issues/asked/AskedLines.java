package org.caucus.issues.asked;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.heads.Keys;
import org.caucus.heads.Line;
import org.caucus.heads.Reader;
import org.caucus.heads.Reading;
import org.caucus.heads.Shape;
import org.caucus.hints.Choice;
import org.caucus.hints.Day;
import org.caucus.hints.Nearest;
import org.caucus.hints.Nothing;
import org.caucus.issues.Tracker;
import org.caucus.issues.fields.FacetsChange;
import org.caucus.issues.fields.IssueState;
import org.caucus.issues.fields.IssueType;
import org.caucus.issues.fields.OwnField;
import org.caucus.issues.fields.Priority;
import org.caucus.members.Access;
import org.caucus.members.Members;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.members.called.Called;
import org.caucus.words.Constants;
import org.caucus.words.Phrases;
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
public record AskedLines(
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

  /** What they are called in letters and tables. */
  static final Constants STATES = new Constants(Phrases.of("feeds"), "state.");

  static final Constants TYPES = new Constants(Phrases.of("tables"), "IssueType.");
  static final Constants PRIORITIES = new Constants(Phrases.of("tables"), "Priority.");

  /** Whether a line of this key is read at the head of a letter that opens an issue there. */
  public static boolean isKey(String key, Tracker tracker) {
    return HEAD_KEYS.contains(key.toLowerCase(Locale.ROOT))
        || MoreLines.isKey(key, tracker.arrangement());
  }

  /**
   * Whether a line with which somebody begins an answer orders something, and is no sentence of
   * theirs: {@code State: done}, and not {@code State: we wait for the agency.}
   */
  public static boolean isOrder(Line line) {
    return ORDERS.contains(line.name())
        ? Shape.isBrief(line.value())
        : MoreLines.RELATING.containsKey(line.name()) && Shape.areLabels(line.value());
  }

  /** What a line at the head of a letter that opens an issue there may be of. */
  public static Keys keys(Tracker tracker) {
    List<OwnField> own = tracker.arrangement().fields();
    return Keys.of(
        key -> isKey(key, tracker),
        Stream.of(
                HEAD_KEYS.stream().sorted(),
                own.stream().map(OwnField::id),
                own.stream().map(OwnField::name))
            .flatMap(all -> all)
            .toList());
  }

  /** Reads lines that were found. */
  public Reading<Asks> read(List<Line> lines) {
    return Reading.of(lines, MAX_LINES, new Gathered());
  }

  /** By the key that may have been meant. */
  private Line named(Line line) {
    return isKey(line.key(), tracker)
        ? line
        : Nearest.of(line.name(), keys(tracker).words()).map(line::called).orElse(line);
  }

  private Called called() {
    return new Called(me, access.readers(readers));
  }

  private final class Gathered implements Reader<Asks> {
    private final MoreLines others = new MoreLines(tracker.arrangement(), members);
    private final PutRight right = new PutRight(called(), today, states(), standing);
    private @Nullable IssueState state;
    private @Nullable IssueType type;
    private @Nullable Priority priority;
    private @Nullable LocalDate due;
    private boolean dueChanged;
    private @Nullable List<String> labels;
    private @Nullable List<SeatId> assignees;

    @Override
    public void take(Line line) {
      AskedLines.this.take(line, this);
    }

    @Override
    public Line named(Line line) {
      return AskedLines.this.named(line);
    }

    @Override
    public Optional<Line> right(Line line) {
      return right.of(line, labels, others);
    }

    @Override
    public Asks asks() {
      FacetsChange more = new FacetsChange(type, priority, labels, null, null, others.own());
      return new Asks(
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

  private void take(Line line, Gathered all) {
    String value = line.value().strip();
    switch (line.name()) {
      case "priority" -> {
        once("priority", all.priority != null);
        all.priority = one("priority", Priority.values(), value, PRIORITIES);
      }
      case "type" -> {
        once("type", all.type != null);
        all.type = one("type", IssueType.values(), value, TYPES);
      }
      case "state" -> {
        once("state", all.state != null);
        all.state = state(value);
      }
      case "due" -> {
        once("due", all.dueChanged);
        all.due = Nothing.isMeant(value) ? null : FacetsChange.day(Day.iso(value, today));
        all.dueChanged = true;
      }
      case "label", "labels" -> all.labels = checked(joined(all.labels, labels(value)));
      case "assign", "assigned", "assignee" ->
          all.assignees = joined(all.assignees, called().all(value));
      default -> {
        if (!isKey(line.key(), tracker)) {
          throw Refused.invalid(
              "line",
              "Only these can be asked for: priority, due, label, assign, type, state; document,"
                  + " part, number, quote; blocks, duplicate, parent, relates, evidence; and the"
                  + " fields of the tracker.");
        }
        all.others.take(line);
      }
    }
  }

  private @Nullable List<String> checked(List<String> labels) {
    return new FacetsChange(null, null, labels, null, null, null)
        .checked(tracker.arrangement(), slug -> false)
        .labels();
  }

  private static void once(String key, boolean already) {
    if (already) {
      throw Refused.invalid(key, "Its " + key + " is given twice.");
    }
  }

  private static <E extends Enum<E>> E one(String key, E[] all, String value, Constants called) {
    return Choice.of(value, all)
        .or(() -> called.of(value, all))
        .orElseThrow(() -> unknown(key, Choice.words(all)));
  }

  private static Refused unknown(String key, String words) {
    return Refused.invalid(key, "Its " + key + " is not understood. It is one of: " + words + ".");
  }

  /** As its tracker calls it, or as it is called anywhere. */
  private IssueState state(String value) {
    Map<String, IssueState> states = states();
    return Optional.ofNullable(states.get(value.toLowerCase(Locale.ROOT)))
        .or(() -> Choice.of(value, IssueState.values()))
        .or(() -> STATES.of(value, IssueState.values()))
        .orElseThrow(() -> unknown("state", String.join(", ", states.keySet())));
  }

  /** What its tracker calls each state, in small letters. */
  private Map<String, IssueState> states() {
    Map<String, IssueState> states = new LinkedHashMap<>();
    for (IssueState one : IssueState.values()) {
      String name = tracker.arrangement().called(one).orElseGet(() -> Choice.word(one));
      states.putIfAbsent(name.toLowerCase(Locale.ROOT), one);
    }
    return states;
  }

  static List<String> labels(String value) {
    return Nothing.isMeant(value)
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
