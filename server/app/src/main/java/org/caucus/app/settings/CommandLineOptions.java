package org.caucus.app.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code serve} and {@code demo} take: settings, each before that of the environment. */
public final class CommandLineOptions {
  @Option(names = "--port", description = "HTTP port (CAUCUS_HTTP_PORT, 8080)")
  @Nullable String port;

  @Option(names = "--smtp-port", description = "SMTP port (CAUCUS_SMTP_PORT, 2525)")
  @Nullable String smtpPort;

  @Option(
      names = "--cluster",
      description = "one of many nodes on one MongoDB (CAUCUS_CLUSTER=on, CAUCUS_CLUSTER_...)")
  boolean cluster;

  @Option(names = "--data", description = "data directory (CAUCUS_DATA, caucus-data)")
  public @Nullable String data;

  /** The settings of the environment, with this data directory before theirs if one is named. */
  public static Function<String, @Nullable String> in(@Nullable String dataDirectory) {
    CommandLineOptions options = new CommandLineOptions();
    options.data = dataDirectory;
    return options.over(Map.of());
  }

  /** These, before those of the environment, before the defaults. */
  public Function<String, @Nullable String> over(Map<String, String> defaults) {
    Map<String, String> all = new HashMap<>(defaults);
    all.putAll(System.getenv());
    put(all, "CAUCUS_HTTP_PORT", port);
    put(all, "CAUCUS_SMTP_PORT", smtpPort);
    put(all, "CAUCUS_DATA", data);
    put(all, "CAUCUS_CLUSTER", cluster ? "on" : null);
    return all::get;
  }

  private static void put(Map<String, String> all, String name, @Nullable String value) {
    if (value != null) {
      all.put(name, value);
    }
  }
}
