package org.caucus;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Every test waits {@link Clocks#LONG} where it does not say how long, and not the ten seconds of
 * Awaitility. Found by {@code META-INF/services}.
 */
public final class Unhurried implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(Clocks.LONG);
  }
}
