package org.caucus.issues;

import org.caucus.issues.fields.Arrangement;
import org.caucus.members.Audience;
import org.caucus.members.Scope;

/**
 * A named collection of issues with a ceiling audience.
 *
 * @param key what its labels begin with, such as COP; unique in the workspace
 * @param localPart what stands before the @ of its address, unique on this server
 */
public record Tracker(
    String key, String name, String localPart, Audience audience, Arrangement arrangement) {
  /** The place its issues are in. */
  public Scope scope() {
    return Scope.place(audience);
  }
}
