package org.caucus.app.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.caucus.app.settings.Settings;
import org.caucus.mail.auth.dns.TxtRecords.NotNow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs checks side by side, none of them longer than all may take. */
public final class Doctor {
  /** For all together: somebody waits, or a monitor does. */
  static final Duration LIMIT = Duration.ofSeconds(15);

  /** What a server does not look at itself: it needs a letter, or a setting of the shell. */
  private static final Set<String> BESIDE = Set.of("test letter", "backup");

  private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

  private Doctor() {}

  /** All findings about the installation that runs with these settings; sends no letter. Blocks. */
  public static List<Finding> examine(Settings settings) {
    try {
      return run(
          new SystemChecks(settings, null)
              .all().stream().filter(check -> !BESIDE.contains(check.name())).toList());
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts who looks", e);
    }
  }

  /** All findings, in the order of the checks; one that does not end in time fails. */
  static List<Finding> run(List<SystemCheck> checks) throws InterruptedException {
    List<Callable<List<Finding>>> looks =
        checks.stream().<Callable<List<Finding>>>map(each -> each.look()::findings).toList();
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      var asked = threads.invokeAll(looks, LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      List<Finding> all = new ArrayList<>();
      for (int i = 0; i < asked.size(); i++) {
        all.addAll(answer(checks.get(i).name(), asked.get(i)));
      }
      return all;
    } finally {
      threads.shutdownNow(); // what is late is not waited for
    }
  }

  private static List<Finding> answer(String name, Future<List<Finding>> asked) {
    return switch (asked.state()) {
      case SUCCESS -> asked.resultNow();
      case FAILED -> List.of(fault(name, asked.exceptionNow()));
      case CANCELLED, RUNNING ->
          List.of(
              Finding.fail(
                  name,
                  "There was no answer within " + LIMIT.toSeconds() + " s.",
                  "See whether a firewall drops what this machine sends, then run this again."));
    };
  }

  private static Finding fault(String name, Throwable cause) {
    if (cause instanceof NotNow) {
      return Finding.warn(
          name,
          "Nothing is known: the name servers do not answer.",
          "See what is said of the name server, then run this again.");
    }
    LOG.debug("{} could not be looked at", name, cause);
    return Finding.fail(
        name,
        "It could not be looked at (" + cause.getClass().getSimpleName() + ").",
        "Run this again with CAUCUS_LOG_LEVEL=DEBUG; the log says more.");
  }
}
