package org.caucus.coalition.moderation;

import java.util.List;
import org.caucus.kernel.Message;
import org.caucus.platform.i18n.LegacyReasons;

/**
 * Reasons that say that a letter is most likely not from whom it names. Nobody is answered then but
 * in the conversation in which it came: else forty letters under forty names are forty letters to
 * people who wrote none.
 */
public final class SpoofingReasons {
  /** By its hosts. */
  public static final String HOST = Message.of("reasons.origin-forbidden").english();

  /** By its policy. */
  public static final String POLICY = Message.of("reasons.origin-disowned").english();

  private SpoofingReasons() {}

  /** Whether one of these reasons says so. */
  public static boolean isSaid(List<String> reasons) {
    return reasons.stream()
        .anyMatch(r -> LegacyReasons.isSame(r, HOST) || LegacyReasons.isSame(r, POLICY));
  }
}
