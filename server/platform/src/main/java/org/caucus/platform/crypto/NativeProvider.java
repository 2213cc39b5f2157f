package org.caucus.platform.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Provider;
import java.security.Security;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider of native code in front of those of the JDK: three times as many RSA signatures a
 * second, and a snapshot opened at once instead of after the compiler has been at it. The
 * algorithms and what is written are the same, so what one sealed or signed the other opens and
 * checks. Where its library does not load (another system or processor, a temporary directory from
 * which nothing may run), everything stays with the JDK.
 */
public final class NativeProvider {
  private static final Logger LOG = LoggerFactory.getLogger(NativeProvider.class);

  private NativeProvider() {}

  /**
   * Puts it first for all of this process, if it works here. Once is enough, again does no harm.
   *
   * @return whether it is in use
   */
  public static boolean prefer() {
    try {
      Provider provider = AmazonCorrettoCryptoProvider.INSTANCE;
      Throwable failure = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError();
      if (failure == null) {
        Security.insertProviderAt(provider, 1);
        return true;
      }
      LOG.info("ciphers and signatures are those of the JDK: {}", failure.getClass().getName());
    } catch (LinkageError e) { // a library that is there and does not fit
      LOG.info("ciphers and signatures are those of the JDK: {}", e.getClass().getName());
    }
    return false;
  }
}
