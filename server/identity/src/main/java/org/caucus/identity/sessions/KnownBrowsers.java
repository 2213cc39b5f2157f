package org.caucus.identity.sessions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.caucus.kernel.RandomIds;
import org.caucus.platform.eventlog.Vault;

/**
 * Marks of browsers in which somebody once proved an address. One opens nothing and says nothing of
 * whose it is; anyone who shows it for that address is not counted among strangers who ask for
 * codes in its name. Nothing of it is stored here.
 */
public final class KnownBrowsers {
  private static final String PURPOSE = "accounts/known-browser";

  private final Vault vault;

  /** Marks of this installation. */
  public KnownBrowsers(Vault vault) {
    this.vault = vault;
  }

  /**
   * A mark for the browser in which this address was just proved.
   *
   * @param address in the form addresses are compared by
   */
  public String mark(String address) {
    String random = RandomIds.random();
    return random + seal(random, address);
  }

  /** Whether this mark was made for this address. */
  public boolean isOf(String mark, String address) {
    if (mark.length() <= RandomIds.LENGTH) {
      return false;
    }
    String sealed = mark.substring(RandomIds.LENGTH);
    return MessageDigest.isEqual(
        octets(sealed), octets(seal(mark.substring(0, RandomIds.LENGTH), address)));
  }

  private String seal(String random, String address) {
    return vault.blindIndex(PURPOSE, random + "\n" + address);
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
