package org.caucus.kernel.support;

import java.security.Provider;
import java.security.Security;
import java.time.Duration;
import java.util.ServiceLoader;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Every test waits {@link Clocks#LONG} where it does not say how long, and not the ten seconds of
 * Awaitility, and sees soon that what it waits for is there: the tests wait some thousand times,
 * and half of Awaitility's tenth of a second each is minutes. What is sealed and signed is computed
 * by native code, where it loads, as in a server: the JDK's ciphers are slow without the second
 * compiler, which tests do without. Found by {@code META-INF/services}.
 */
public final class Unhurried implements BeforeAllCallback {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final String NATIVE = "AmazonCorrettoCryptoProvider";

  static {
    preferNative();
  }

  /** Where its library does not load, it has no algorithms, and all stays with the JDK. */
  private static void preferNative() {
    ServiceLoader.load(Provider.class).stream()
        .filter(provider -> provider.type().getSimpleName().equals(NATIVE))
        .map(ServiceLoader.Provider::get)
        .forEach(provider -> Security.insertProviderAt(provider, 1));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(Clocks.LONG);
    Awaitility.setDefaultPollInterval(LOOK_EVERY);
    Awaitility.setDefaultPollDelay(LOOK_EVERY);
  }
}
