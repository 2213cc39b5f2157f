package org.caucus.coalition.trackers.fields;

import java.util.List;
import java.util.function.UnaryOperator;
import org.caucus.platform.json.PlainJson;

/**
 * A field that one tracker has and others have not.
 *
 * @param id what a filter and an import call it: lower-case letters, digits and hyphens
 * @param choices what can be chosen; empty unless the kind is {@link Kind#CHOICE}
 */
@PlainJson
public record CustomField(String id, String name, Kind kind, List<String> choices) {
  /** What its values are. */
  public enum Kind {
    TEXT,
    CHOICE,
    DATE,
    ORGANISATION
  }

  /** A copy that nobody else can change. */
  public CustomField {
    choices = List.copyOf(choices);
  }

  /**
   * What somebody wrote, as it is spelt: a choice in its own letters, an organisation by its short
   * name.
   *
   * @param organisation the short name of the one that is called so; what it was given if none is
   */
  public String spelt(String value, UnaryOperator<String> organisation) {
    return switch (kind) {
      case CHOICE -> choices.stream().filter(value::equalsIgnoreCase).findFirst().orElse(value);
      case ORGANISATION -> organisation.apply(value);
      case TEXT, DATE -> value;
    };
  }
}
