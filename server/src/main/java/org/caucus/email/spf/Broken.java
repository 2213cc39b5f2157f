package org.caucus.email.spf;

/** Why a check ends without an answer: {@code permerror} or {@code temperror}. */
final class Broken extends Exception {
  private static final long serialVersionUID = 1L;

  private final SpfResult result;

  private Broken(SpfResult result, String why) {
    super(why);
    this.result = result;
  }

  /** The domain's own mistake. */
  static Broken forGood(String why) {
    return new Broken(SpfResult.PERMERROR, why);
  }

  /** It may be known later. */
  static Broken forNow(String why) {
    return new Broken(SpfResult.TEMPERROR, why);
  }

  SpfResult result() {
    return result;
  }
}
