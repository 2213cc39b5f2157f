package org.caucus.coalition.trackers.fields;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/**
 * How a tracker is arranged: what its states are called, where issues begin, and its own fields.
 * What a state means stays the same whatever it is called.
 *
 * @param names what states are called here; those that are not named keep their usual name
 * @param first where new issues begin: TRIAGE or OPEN
 * @param labels those that have a colour; others are as they are
 */
public record TrackerConfig(
    List<StateName> names,
    IssueState first,
    List<CustomField> fields,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LabelColour> labels) {
  /** Nothing of its own. */
  public static final TrackerConfig USUAL =
      new TrackerConfig(List.of(), IssueState.OPEN, List.of());

  /** Most labels that have a colour. */
  public static final int MAX_COLOURED = 100;

  /** Most own fields of a tracker. */
  public static final int MAX_FIELDS = 20;

  /** Most choices of a field. */
  public static final int MAX_CHOICES = 50;

  /** A name for a state. */
  public record StateName(IssueState state, String name) {}

  /** What its tracker calls a state; empty if it is called there as it is anywhere. */
  public Optional<String> called(IssueState state) {
    return names.stream().filter(n -> n.state() == state).map(StateName::name).findFirst();
  }

  /** A colour for a label; the label says in words what it means. */
  public record LabelColour(String label, Colour colour) {}

  /** What a label can be coloured; how it looks is the reader's theme's matter. */
  public enum Colour {
    GREY,
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    TEAL,
    BLUE,
    PURPLE
  }

  /** Copies that nobody else can change; older logs say nothing of colours. */
  public TrackerConfig {
    names = List.copyOf(names);
    fields = List.copyOf(fields);
    labels = labels == null ? List.of() : List.copyOf(labels);
  }

  /** Without colours. */
  public TrackerConfig(List<StateName> names, IssueState first, List<CustomField> fields) {
    this(names, first, fields, List.of());
  }

  /** The field with this id. */
  public Optional<CustomField> field(String id) {
    return fields.stream().filter(f -> f.id().equals(id)).findFirst();
  }

  /**
   * The same, if it is within its limits and no two things are called alike.
   *
   * @throws Refusal naming {@code names}, {@code first}, {@code labels} or {@code fields}
   */
  public TrackerConfig checked() {
    if (first != IssueState.OPEN && first != IssueState.TRIAGE) {
      throw Refusal.invalid("first", Message.of("new-issues-begin-in-triage-or"));
    }
    Set<IssueState> states = new HashSet<>();
    Set<String> called = new HashSet<>();
    for (StateName n : names) {
      if (!states.add(n.state()) || !called.add(n.name().toLowerCase(Locale.ROOT))) {
        throw Refusal.invalid("names", Message.of("each-state-has-one-name-and"));
      }
    }
    mustBeColouredOnce();
    Set<String> ids = new HashSet<>();
    if (fields.size() > MAX_FIELDS) {
      throw Refusal.invalid("fields", Message.of("a-tracker-has-at-most-own", "limit", MAX_FIELDS));
    }
    for (CustomField f : fields) {
      if (!ids.add(f.id())) {
        throw Refusal.invalid("fields", Message.of("two-fields-are-called", "field", f.id()));
      }
      boolean chosen = f.kind() == CustomField.Kind.CHOICE;
      if (chosen == f.choices().isEmpty() || f.choices().size() > MAX_CHOICES) {
        throw Refusal.invalid(
            "fields", Message.of("a-field-with-choices-has-1", "limit", MAX_CHOICES));
      }
    }
    return this;
  }

  private void mustBeColouredOnce() {
    Set<String> coloured = new HashSet<>();
    for (LabelColour l : labels) {
      if (!coloured.add(l.label().toLowerCase(Locale.ROOT))) {
        throw Refusal.invalid(
            "labels", Message.of("the-label-has-two-colours", "label", l.label()));
      }
    }
    if (labels.size() > MAX_COLOURED) {
      throw Refusal.invalid(
          "labels", Message.of("at-most-labels-have-a-colour", "limit", MAX_COLOURED));
    }
  }
}
