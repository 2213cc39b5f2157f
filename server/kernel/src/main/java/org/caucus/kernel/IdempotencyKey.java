package org.caucus.kernel;

/**
 * Makes a command happen once however often it is sent.
 *
 * @param value unique per seat: the Idempotency-Key of a request, or the id of a letter
 * @param fingerprint hash of what was asked; the same key with another fingerprint is refused
 */
public record IdempotencyKey(String value, String fingerprint) {
  private static final String LETTER = "letter/";

  /** What is made under it is known by this when it is asked for again: the same, or refused. */
  public String mark() {
    return value + "\n" + fingerprint;
  }

  /** The key of one of many lines that are asked for at once. */
  public IdempotencyKey ofLine(int line) {
    return new IdempotencyKey(value + "/line/" + line, fingerprint);
  }

  /** The value for what a letter asks for, and for nothing else. */
  public static String ofLetter(String letter, String place) {
    return LETTER + letter + "/" + place;
  }

  /** Whether this letter asked for it. */
  public boolean isOfLetter(String letter) {
    return value.startsWith(LETTER + letter + "/");
  }

  /** The answer where a key comes once more, for something else. */
  public static Refusal usedForAnother() {
    return Refusal.invalid("Idempotency-Key", Message.of("this-key-was-used-for-another"));
  }

  /** Whether a letter asked for it. */
  public boolean byLetter() {
    return value.startsWith(LETTER);
  }
}
