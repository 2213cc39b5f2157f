package org.caucus.postmaster.arrival;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One Authentication-Results value (RFC 8601), as far as DMARC (RFC 7489) is concerned. */
final class AuthenticationResults {
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
  private static final Pattern FROM = Pattern.compile("\\bheader\\.from\\s*=\\s*\"?([^\\s;\"]+)");
  private static final Pattern PASS = Pattern.compile("^dmarc\\s*=\\s*pass\\b");

  private final String[] parts;

  AuthenticationResults(String value) {
    this.parts = COMMENT.matcher(value).replaceAll(" ").toLowerCase(Locale.ROOT).split(";", -1);
  }

  /** The name of the host that wrote it; a version number may follow it. */
  String author() {
    return parts[0].strip().split("\\s+", 2)[0];
  }

  /** The From domain that passed DMARC; empty if none did. */
  Optional<String> proven() {
    for (int i = 1; i < parts.length; i++) {
      String result = parts[i].strip();
      Matcher from = FROM.matcher(result);
      if (PASS.matcher(result).find() && from.find()) {
        String domain = from.group(1);
        return Optional.of(domain.substring(domain.lastIndexOf('@') + 1));
      }
    }
    return Optional.empty();
  }
}
