package org.caucus.mail.auth.spf;

/** Why a check ends without an answer: {@code permerror} or {@code temperror}. */
final class SpfError extends Exception {
  private static final long serialVersionUID = 1L;

  private final SpfResult result;

  private SpfError(SpfResult result, String why) {
    super(why);
    this.result = result;
  }

  /** The domain's own mistake. */
  static SpfError forGood(String why) {
    return new SpfError(SpfResult.PERMERROR, why);
  }

  /** It may be known later. */
  static SpfError forNow(String why) {
    return new SpfError(SpfResult.TEMPERROR, why);
  }

  SpfResult result() {
    return result;
  }
}
