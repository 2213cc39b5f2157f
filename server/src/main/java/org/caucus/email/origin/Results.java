package org.caucus.email.origin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Authentication-Results value (RFC 8601), as far as DMARC (RFC 7489) and SPF (RFC 7208) are
 * concerned.
 */
public final class Results {
  private static final Pattern FROM = Pattern.compile("\\bheader\\.from\\s*=\\s*\"?([^\\s;\"]+)");
  private static final Pattern MAIL_FROM =
      Pattern.compile("\\bsmtp\\.mailfrom\\s*=\\s*\"?([^\\s;\"]+)");
  private static final Pattern PASS = Pattern.compile("^[a-z]{1,10}\\s*=\\s*pass\\b");

  private final String[] parts;

  /** Reads one. */
  public Results(String value) {
    this.parts = bare(value).toLowerCase(Locale.ROOT).split(";", -1);
  }

  /**
   * Without comments, which nest, and with nothing in quoted words that could end one (RFC 8601
   * section 2.2, RFC 5322 section 3.2): a sender chooses its own address, and its host's name.
   */
  static String bare(String value) {
    StringBuilder out = new StringBuilder(value.length());
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\') {
        i++; // what follows means nothing
      } else if (c == '"' && depth == 0) {
        quoted = !quoted;
        out.append(c);
      } else if (quoted) {
        out.append(Character.isLetterOrDigit(c) || ".-@".indexOf(c) >= 0 ? c : '_');
      } else if (c == '(' || (c == ')' && depth > 0)) {
        depth += c == '(' ? 1 : -1;
        out.append(' ');
      } else if (depth == 0) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** The name of the host that wrote it; a version number may follow it. */
  public String author() {
    return parts[0].strip().split("\\s+", 2)[0];
  }

  /** The From domain that passed DMARC; empty if none did, or if there is more than one answer. */
  public Optional<String> proven() {
    return passed("dmarc", FROM);
  }

  /**
   * The envelope's domain that passed SPF; empty if none did, if there is more than one answer, or
   * if the host looked at DMARC: it knows better what follows.
   */
  public Optional<String> envelope() {
    return answers("dmarc").isEmpty() ? passed("spf", MAIL_FROM) : Optional.empty();
  }

  private Optional<String> passed(String method, Pattern domain) {
    List<String> answers = answers(method);
    if (answers.size() != 1) {
      return Optional.empty();
    }
    Matcher of = domain.matcher(answers.getFirst());
    return PASS.matcher(answers.getFirst()).find() && of.find()
        ? Optional.of(of.group(1).substring(of.group(1).lastIndexOf('@') + 1))
        : Optional.empty();
  }

  private List<String> answers(String method) {
    return Arrays.stream(parts)
        .skip(1)
        .map(String::strip)
        .filter(p -> p.startsWith(method))
        .toList();
  }
}
