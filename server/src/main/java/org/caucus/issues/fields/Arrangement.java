package org.caucus.issues.fields;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caucus.command.Refused;

/**
 * How a tracker is arranged: what its states are called, where issues begin, and its own fields.
 * What a state means stays the same whatever it is called.
 *
 * @param names what states are called here; those that are not named keep their usual name
 * @param first where new issues begin: TRIAGE or OPEN
 */
public record Arrangement(List<StateName> names, IssueState first, List<OwnField> fields) {
  /** Nothing of its own. */
  public static final Arrangement USUAL = new Arrangement(List.of(), IssueState.OPEN, List.of());

  /** Most own fields of a tracker. */
  public static final int MAX_FIELDS = 20;

  /** Most choices of a field. */
  public static final int MAX_CHOICES = 50;

  /** A name for a state. */
  public record StateName(IssueState state, String name) {}

  /** Copies that nobody else can change. */
  public Arrangement {
    names = List.copyOf(names);
    fields = List.copyOf(fields);
  }

  /** The field with this id. */
  public Optional<OwnField> field(String id) {
    return fields.stream().filter(f -> f.id().equals(id)).findFirst();
  }

  /**
   * The same, if it is within its limits and no two things are called alike.
   *
   * @throws Refused naming {@code names}, {@code first} or {@code fields}
   */
  public Arrangement checked() {
    if (first != IssueState.OPEN && first != IssueState.TRIAGE) {
      throw Refused.invalid("first", "New issues begin in TRIAGE or OPEN.");
    }
    Set<IssueState> states = new HashSet<>();
    Set<String> called = new HashSet<>();
    for (StateName n : names) {
      if (!states.add(n.state()) || !called.add(n.name().toLowerCase(java.util.Locale.ROOT))) {
        throw Refused.invalid("names", "Each state has one name, and no two states the same.");
      }
    }
    Set<String> ids = new HashSet<>();
    if (fields.size() > MAX_FIELDS) {
      throw Refused.invalid("fields", "A tracker has at most " + MAX_FIELDS + " own fields.");
    }
    for (OwnField f : fields) {
      if (!ids.add(f.id())) {
        throw Refused.invalid("fields", "Two fields are called \"" + f.id() + "\".");
      }
      boolean chosen = f.kind() == OwnField.Kind.CHOICE;
      if (chosen == f.choices().isEmpty() || f.choices().size() > MAX_CHOICES) {
        throw Refused.invalid(
            "fields",
            "A field with choices has 1 to " + MAX_CHOICES + " of them, others have none.");
      }
    }
    return this;
  }
}
