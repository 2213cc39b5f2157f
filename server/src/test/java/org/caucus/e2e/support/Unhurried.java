package org.caucus.e2e.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Every test waits {@link Clocks#LONG} where it does not say how long, and not the ten seconds of
 * Awaitility, and sees soon that what it waits for is there: the tests wait some thousand times,
 * and half of Awaitility's tenth of a second each is minutes. Found by {@code META-INF/services}.
 */
public final class Unhurried implements BeforeAllCallback {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(Clocks.LONG);
    Awaitility.setDefaultPollInterval(LOOK_EVERY);
    Awaitility.setDefaultPollDelay(LOOK_EVERY);
  }
}
