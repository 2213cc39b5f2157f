package org.caucus.app;

import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.http.filters.CsrfGuard;
import org.caucus.identity.CallerLookup;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.inbound.InboundProcessor;
import org.caucus.operator.Shell;
import org.caucus.platform.limits.WorkBudget;
import org.caucus.views.search.SearchIndexes;
import org.caucus.workspace.Rooms;
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

  /** A class of each module that is a jar of its own beside that of this one. */
  private static final List<Class<?>> MODULES =
      List.of(
          Ref.class,
          WorkBudget.class,
          CsrfGuard.class,
          RawLetter.class,
          CallerLookup.class,
          Audience.class,
          Rooms.class,
          InboundProcessor.class,
          SearchIndexes.class,
          Shell.class);

  /** For picocli. */
  public Version() {}

  /**
   * Why this installation cannot be run: a module was built from other sources than the rest, as
   * where {@code lib} was not copied along. Null if all are of one build.
   */
  static @Nullable String mixed() {
    String own = written(Version.class);
    return MODULES.stream()
        .map(one -> mixed(own, jar(one), written(one)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The same of one module; what runs from classes says nothing of its build. */
  static @Nullable String mixed(@Nullable String own, String jar, @Nullable String other) {
    return own == null || other == null || own.equals(other)
        ? null
        : "This installation is of two builds: caucus-server.jar is %s, and %s is %s. "
                .formatted(own, jar, other)
            + "Copy caucus-server.jar and lib together.";
  }

  private static @Nullable String written(Class<?> of) {
    return of.getPackage().getImplementationVersion();
  }

  private static String jar(Class<?> of) {
    CodeSource source = of.getProtectionDomain().getCodeSource();
    return source == null ? of.getPackageName() : source.getLocation().getPath();
  }

  @Override
  public String[] getVersion() {
    return new String[] {words()};
  }

  /** In one line. */
  static String words() {
    return words(written(Version.class));
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
