package org.caucus.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/**
 * Which Caucus this is: its version, and the newest commit that changed what it is built from. The
 * build writes both into the manifest, so that the same sources always say the same.
 */
public final class Version implements IVersionProvider {
  /** Stands between the two, as in Semantic Versioning. */
  private static final String BUILD = "\\+";

  /** What stands for the commit where there was no git. */
  private static final String UNKNOWN = "unknown";

  /** For picocli. */
  public Version() {}

  @Override
  public String[] getVersion() {
    return new String[] {words()};
  }

  /** In one line. */
  static String words() {
    return words(Version.class.getPackage().getImplementationVersion());
  }

  /**
   * In one line.
   *
   * @param written what stands in the manifest; null where no jar was built
   */
  static String words(@Nullable String written) {
    if (written == null) {
      return "caucus, version unknown: it does not run from a built jar";
    }
    String[] parts = written.split(BUILD, 2);
    return parts.length < 2 || parts[1].equals(UNKNOWN)
        ? "caucus " + parts[0] + ", commit unknown: it was built without git"
        : "caucus " + parts[0] + ", commit " + parts[1];
  }
}
