package org.caucus.issues.fields;

import java.util.List;

/**
 * A field that one tracker has and others have not.
 *
 * @param id what a filter and an import call it: lower-case letters, digits and hyphens
 * @param choices what can be chosen; empty unless the kind is {@link Kind#CHOICE}
 */
public record OwnField(String id, String name, Kind kind, List<String> choices) {
  /** What its values are. */
  public enum Kind {
    TEXT,
    CHOICE,
    DATE,
    ORGANISATION
  }

  /** A copy that nobody else can change. */
  public OwnField {
    choices = List.copyOf(choices);
  }
}
