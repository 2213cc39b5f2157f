package org.caucus.coalition.access;

import java.util.List;
import java.util.Map;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What convenors say of their workspace.
 *
 * @param purpose one or two sentences, shown on the home page; empty for none
 * @param welcome what new members read first; empty for none
 * @param languages in which people write here, as in BCP 47, first the most usual one
 * @param usual whom new things reach if their authors do not say
 */
public record WorkspaceProfile(
    String purpose, String welcome, List<String> languages, DefaultAudience usual) {
  /** Nothing was said yet. */
  public static final WorkspaceProfile NONE =
      new WorkspaceProfile("", "", List.of(), DefaultAudience.OWN_SIDE);

  /** Whom new things reach where everyone might read them, if their authors do not say. */
  public enum DefaultAudience {
    /** The author's own side; of a company, civil society and that company. */
    OWN_SIDE,
    /** All members. */
    EVERYONE
  }

  /** All that is said of a workspace in words, its name too. */
  public record Words(String name, String purpose, String welcome, List<String> languages) {
    /** As {@link Described#mustBe}. */
    public void mustBe(@Nullable Words shown) {
      if (shown != null && !shown.equals(this)) {
        throw Refusal.stale(
            Map.of("name", name, "purpose", purpose, "welcome", welcome, "languages", languages));
      }
    }
  }

  /** The same, but for the words. */
  WorkspaceProfile saying(String purpose, String welcome, List<String> languages) {
    return new WorkspaceProfile(purpose, welcome, languages, usual);
  }

  /** The same, but for whom new things reach. */
  WorkspaceProfile reaching(DefaultAudience usual) {
    return new WorkspaceProfile(purpose, welcome, languages, usual);
  }
}
