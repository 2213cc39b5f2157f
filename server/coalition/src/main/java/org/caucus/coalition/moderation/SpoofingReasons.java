package org.caucus.coalition.moderation;

import java.util.List;
import org.caucus.kernel.Message;

/**
 * Reasons that say that a letter is most likely not from whom it names. Nobody is answered then but
 * in the conversation in which it came: else forty letters under forty names are forty letters to
 * people who wrote none.
 */
public final class SpoofingReasons {
  /** By its hosts. */
  public static final Message HOST = Message.of("reasons.origin-forbidden");

  /** By its policy. */
  public static final Message POLICY = Message.of("reasons.origin-disowned");

  private SpoofingReasons() {}

  /** Whether one of these reasons says so. */
  public static boolean isSaid(List<Message> reasons) {
    return reasons.contains(HOST) || reasons.contains(POLICY);
  }
}
