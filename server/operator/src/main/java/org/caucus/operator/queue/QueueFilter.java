package org.caucus.operator.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.messaging.delivery.DeferralReason;
import org.caucus.messaging.delivery.QueuedLetter;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.OperatorContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which letters are meant; all that is said has to hold of them. */
final class QueueFilter {
  @Option(
      names = "--destination",
      paramLabel = "DOMAIN",
      description =
          "only letters to this domain, as listed; - for those whose domain is not known yet")
  @Nullable String destination;

  @Option(names = "--workspace", description = "only of this workspace: its short name, or its id")
  @Nullable String workspace;

  @Option(names = "--kind", description = "only of this kind, as listed: relay.post")
  @Nullable String kind;

  @Option(names = "--reason", description = "only letters that wait for this reason, as listed")
  @Nullable String reason;

  @Option(
      names = "--state",
      description = "only letters in this state: waiting, deferred, held or sending")
  @Nullable String state;

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      description = "only letters that are in the queue for longer: 90s, 15m, 4h, 2d")
  @Nullable String olderThan;

  boolean isEmpty() {
    return destination == null
        && workspace == null
        && kind == null
        && reason == null
        && state == null
        && olderThan == null;
  }

  /** Those that are meant; empty, and the console was told why, if it cannot be understood. */
  Optional<Predicate<QueuedLetter>> meant(OperatorContext desk, Console console, Instant now) {
    Optional<DeferralReason> why = reason == null ? Optional.empty() : DeferralReason.named(reason);
    Optional<QueuedLetter.State> where = named();
    Optional<Duration> age = olderThan == null ? Optional.empty() : Ages.read(olderThan);
    if (reason != null && why.isEmpty()) {
      console.note("There is no reason \"" + reason + "\". See: caucus queue --help");
      return Optional.empty();
    }
    if (state != null && where.isEmpty()) {
      console.note("There is no state \"" + state + "\": waiting, deferred, held or sending.");
      return Optional.empty();
    }
    if (olderThan != null && age.isEmpty()) {
      console.note("\"" + olderThan + "\" is no age. Write it as 90s, 15m, 4h or 2d.");
      return Optional.empty();
    }
    String id = workspace == null ? null : desk.workspace(workspace).value();
    String domain =
        destination == null || destination.equals("-") ? "" : destination.toLowerCase(Locale.ROOT);
    return Optional.of(
        letter ->
            (destination == null || letter.destination().equals(domain))
                && (id == null || letter.workspace().equals(id))
                && (kind == null || letter.kind().equals(kind))
                && why.map(r -> letter.reason() == r).orElse(true)
                && where.map(s -> letter.state() == s).orElse(true)
                && age.map(a -> letter.put().isBefore(now.minus(a))).orElse(true));
  }

  private Optional<QueuedLetter.State> named() {
    for (QueuedLetter.State one : QueuedLetter.State.values()) {
      if (state != null && one.name().equals(state.toUpperCase(Locale.ROOT))) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
