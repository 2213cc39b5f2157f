package org.caucus.coalition.moderation;

import java.util.List;

/**
 * Reasons that say that a letter is most likely not from whom it names. Nobody is answered then but
 * in the conversation in which it came: else forty letters under forty names are forty letters to
 * people who wrote none.
 */
public final class SpoofingReasons {
  /** By its hosts. */
  public static final String HOST =
      "The domain it is written in the name of says that the server it came from does not send for"
          + " it (SPF).";

  /** By its policy. */
  public static final String POLICY =
      "The domain it is written in the name of asks that letters which it neither sent nor signed"
          + " are refused (DMARC), and nothing shows that it did.";

  private SpoofingReasons() {}

  /** Whether one of these reasons says so. */
  public static boolean isSaid(List<String> reasons) {
    return reasons.contains(HOST) || reasons.contains(POLICY);
  }
}
