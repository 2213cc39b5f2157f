package org.caucus.mail.message.text;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A host name as DNS knows it. IDNA 2003, which the JDK has, takes {@code straße} for {@code
 * strasse}, which may be somebody else's, and leaves out the joiners of Persian and Sinhala names;
 * labels with those are written as IDNA 2008 has them (RFC 5891, RFC 5894 section 7.2), which is
 * how browsers read them (UTS 46, non-transitional).
 */
public final class DomainName {
  /** The letters that IDNA 2003 takes for others, and RFC 5892 for themselves. */
  private static final String THEMSELVES = "ßς\u200c\u200d";

  /** A joiner has a place after a virama (RFC 5892, A.1 and A.2), or between letters that join. */
  private static final Pattern MISPLACED =
      Pattern.compile(
          "(?<![\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u0f84\u1039\u103a])"
              + "(?:\u200d|(?<![\\p{IsArabic}\\p{IsSyriac}])\u200c|\u200c(?![\\p{IsArabic}\\p{IsSyriac}]))");

  /** What browsers read as the dot between labels (UTS 46 section 4). */
  private static final Pattern DOTS = Pattern.compile("[.\u3002\uff0e\uff61]");

  private static final String PREFIX = "xn--";
  private static final int MOST_OF_A_LABEL = 63;

  // RFC 3492 section 5
  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_N = 0x80;

  private DomainName() {}

  /** The name with its A-labels, in the case it was written; empty if a label has none. */
  public static Optional<String> ascii(String name) {
    if (name.chars().allMatch(c -> c < FIRST_N)) {
      return Optional.of(name);
    }
    try {
      return Optional.of(
          Arrays.stream(DOTS.split(name, -1))
              .map(DomainName::label)
              .collect(Collectors.joining(".")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String label(String label) {
    if (MISPLACED.matcher(label).find()) {
      throw new IllegalArgumentException("a joiner joins nothing");
    }
    // a capital sigma is never a final one, wherever it stands
    String small =
        Normalizer.normalize(
            label.replace('Σ', 'σ').toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    String ascii =
        small.chars().anyMatch(c -> THEMSELVES.indexOf(c) >= 0)
            ? PREFIX + punycode(small.codePoints().toArray())
            : IDN.toASCII(label, IDN.ALLOW_UNASSIGNED);
    if (ascii.length() > MOST_OF_A_LABEL || ascii.chars().anyMatch(c -> c >= FIRST_N)) {
      throw new IllegalArgumentException("a label has at most 63 letters in DNS");
    }
    return ascii;
  }

  /** RFC 3492 section 6.3. */
  private static String punycode(int[] letters) {
    StringBuilder out = new StringBuilder();
    Arrays.stream(letters).filter(c -> c < FIRST_N).forEach(out::appendCodePoint);
    int basic = out.length();
    int done = basic;
    if (basic > 0) {
      out.append('-');
    }
    int delta = 0;
    int bias = FIRST_BIAS;
    int n = FIRST_N;
    while (done < letters.length) {
      int from = n;
      int next = Arrays.stream(letters).filter(c -> c >= from).min().orElseThrow();
      delta = Math.addExact(delta, Math.multiplyExact(next - n, done + 1));
      n = next;
      for (int c : letters) {
        delta += c < n ? 1 : 0;
        if (c == n) {
          number(out, delta, bias);
          bias = adapted(delta, done + 1, done == basic);
          delta = 0;
          done++;
        }
      }
      delta++;
      n++;
    }
    return out.toString();
  }

  private static void number(StringBuilder out, int number, int bias) {
    int rest = number;
    for (int k = BASE; ; k += BASE) {
      int t = Math.clamp(k - bias, T_MIN, T_MAX);
      if (rest < t) {
        out.append(digit(rest));
        return;
      }
      out.append(digit(t + (rest - t) % (BASE - t)));
      rest = (rest - t) / (BASE - t);
    }
  }

  private static char digit(int value) {
    return (char) (value < T_MAX ? 'a' + value : '0' + value - T_MAX);
  }

  /** RFC 3492 section 6.1. */
  private static int adapted(int delta, int points, boolean first) {
    int rest = delta / (first ? DAMP : 2);
    rest += rest / points;
    int k = 0;
    for (; rest > (BASE - T_MIN) * T_MAX / 2; k += BASE) {
      rest /= BASE - T_MIN;
    }
    return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
  }
}
