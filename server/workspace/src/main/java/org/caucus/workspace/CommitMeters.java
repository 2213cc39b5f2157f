package org.caucus.workspace;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;

/**
 * What is measured where workspaces change.
 *
 * @param latency from a command's arrival to its being durable and applied
 * @param batch records in one write
 * @param conflicts writes that somebody else was before
 */
public record CommitMeters(Timer latency, DistributionSummary batch, Counter conflicts) {
  /** Measures nothing. */
  public static final CommitMeters NONE = in(new CompositeMeterRegistry());

  /** Kept in this registry. */
  public static CommitMeters in(MeterRegistry registry) {
    return new CommitMeters(
        Timer.builder("caucus.commit")
            .description("From a command's arrival to its being durable and applied")
            .serviceLevelObjectives(
                Duration.ofMillis(5),
                Duration.ofMillis(20),
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                Duration.ofSeconds(2))
            .register(registry),
        DistributionSummary.builder("caucus.commit.batch")
            .description("Records in one durable write")
            .baseUnit("records")
            .register(registry),
        Counter.builder("caucus.append.conflicts")
            .description("Writes that another node was before")
            .register(registry));
  }
}
