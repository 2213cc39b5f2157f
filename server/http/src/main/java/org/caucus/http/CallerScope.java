package org.caucus.http;

import org.jspecify.annotations.Nullable;

/**
 * How far a caller may go: all the way with a session, less with most tokens.
 *
 * @param acts whether it may change anything; else it only reads
 * @param workspace slug of the only workspace that is there for it; null for all
 */
public record CallerScope(boolean acts, @Nullable String workspace) {
  /** Everything that the person may. */
  public static final CallerScope ALL = new CallerScope(true, null);

  /** Whether a workspace of this name is within reach, for whichever organisation one acts. */
  public boolean holds(@Nullable String path) {
    return workspace == null
        || workspace.equals(path)
        || (path != null && path.startsWith(workspace + "~"));
  }
}
