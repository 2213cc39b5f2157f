package org.caucus.issues.asked;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.caucus.hints.Choice;
import org.caucus.hints.Nearest;
import org.caucus.issues.Tracker;
import org.caucus.issues.fields.Arrangement;
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
 * Reads what a letter asks of an issue: the lines at its head ({@code Priority: high}), or what
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

  /** Begins the reason in which a letter's own lines stand, put right. */
  public static final String AGAIN = "It would be understood like this:";

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
          "blocks",
          "duplicate",
          "parent",
          "relates",
          "evidence");

  static final String NONE = "none";

  /** What they are called in letters and tables. */
  static final Constants STATES = new Constants(Phrases.of("feeds"), "state.");

  static final Constants TYPES = new Constants(Phrases.of("tables"), "IssueType.");
  static final Constants PRIORITIES = new Constants(Phrases.of("tables"), "Priority.");

  /**
   * One thing that is asked for.
   *
   * @param inSubject whether it stands in the brackets of the subject, not at the head
   */
  public record Line(String key, String value, boolean inSubject) {
    /** At the head. */
    public Line(String key, String value) {
      this(key, value, false);
    }

    /** Its key, as it is looked up. */
    public String name() {
      return key.toLowerCase(Locale.ROOT);
    }

    Line saying(String other) {
      return new Line(key, other, inSubject);
    }
  }

  /**
   * What is asked, or why not.
   *
   * @param wrong what is wrong, without a word of the letter; null if all is well
   * @param example the same lines put right; empty if all is well
   */
  public record Reading(Asks asks, @Nullable String wrong, List<Line> example) {}

  /** Whether a line of this key is read at the head of a letter that opens an issue there. */
  public static boolean isKey(String key, Tracker tracker) {
    return HEAD_KEYS.contains(key.toLowerCase(Locale.ROOT))
        || MoreLines.isKey(key, tracker.arrangement());
  }

  /** What stands in brackets at the end of a subject, if anything is set there. */
  public static List<Line> inSubject(String subject) {
    String words = subject.strip();
    int open = opening(words);
    if (open < 0) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    for (String part : words.substring(open + 1, words.length() - 1).split(";", MAX_LINES + 1)) {
      int equals = part.indexOf('=');
      lines.add(
          equals < 0
              ? new Line(part.strip(), "", true)
              : new Line(
                  part.substring(0, equals).strip(), part.substring(equals + 1).strip(), true));
    }
    return lines;
  }

  /** A subject without what is set at its end. */
  public static String title(String subject) {
    int open = opening(subject.strip());
    return open < 0 ? subject : subject.strip().substring(0, open).strip();
  }

  /** Where the brackets open that set something; -1 if there are none. */
  private static int opening(String words) {
    int open = words.endsWith("]") ? words.lastIndexOf('[') : -1;
    return open >= 0 && words.indexOf('=', open) > 0 ? open : -1;
  }

  /** Reads lines that were found. */
  public Reading read(List<Line> lines) {
    Gathered all = new Gathered(new MoreLines(tracker.arrangement(), members));
    List<Line> example = new ArrayList<>();
    String wrong = lines.size() > MAX_LINES ? "At most " + MAX_LINES + " can be asked for." : null;
    PutRight right = new PutRight(called(), today, states(), standing);
    for (Line line : lines.subList(0, Math.min(lines.size(), MAX_LINES))) {
      try {
        take(line, all);
        example.add(line);
      } catch (Refused no) {
        wrong = wrong == null ? no.why() : wrong;
        Line meant = named(line);
        if (!meant.equals(line) && isTaken(meant, all)) {
          example.add(meant);
        } else {
          right
              .of(meant, all.labels, all.others)
              .filter(put -> isTaken(put, all))
              .ifPresent(example::add);
        }
      }
    }
    return wrong == null
        ? new Reading(all.asks(), null, List.of())
        : new Reading(Asks.NOTHING, wrong, example);
  }

  /** By the key that may have been meant. */
  private Line named(Line line) {
    Stream<String> own = tracker.arrangement().fields().stream().map(OwnField::id);
    return isKey(line.key(), tracker)
        ? line
        : Nearest.of(line.name(), Stream.concat(HEAD_KEYS.stream().sorted(), own).toList())
            .map(key -> new Line(key, line.value(), line.inSubject()))
            .orElse(line);
  }

  private Called called() {
    return new Called(me, access.readers(readers));
  }

  /** What an example has twice, or what no putting right helps, is left out of it. */
  private boolean isTaken(Line line, Gathered all) {
    try {
      take(line, all);
      return true;
    } catch (Refused no) {
      return false;
    }
  }

  private static final class Gathered {
    private final MoreLines others;
    private @Nullable IssueState state;
    private @Nullable IssueType type;
    private @Nullable Priority priority;
    private @Nullable LocalDate due;
    private boolean dueChanged;
    private @Nullable List<String> labels;
    private @Nullable List<SeatId> assignees;

    Gathered(MoreLines others) {
      this.others = others;
    }

    Asks asks() {
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
          others.related());
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
        all.due = value.equalsIgnoreCase(NONE) ? null : FacetsChange.day(value);
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
      String name =
          tracker.arrangement().names().stream()
              .filter(n -> n.state() == one)
              .map(Arrangement.StateName::name)
              .findFirst()
              .orElse(Choice.word(one));
      states.putIfAbsent(name.toLowerCase(Locale.ROOT), one);
    }
    return states;
  }

  static List<String> labels(String value) {
    return value.equalsIgnoreCase(NONE)
        ? List.of()
        : Arrays.stream(value.split(",")).map(String::strip).filter(l -> !l.isEmpty()).toList();
  }

  private static <T> List<T> joined(@Nullable List<T> before, List<T> more) {
    return before == null ? more : Stream.concat(before.stream(), more.stream()).toList();
  }
}
