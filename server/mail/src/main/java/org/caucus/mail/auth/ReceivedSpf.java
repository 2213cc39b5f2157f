package org.caucus.mail.auth;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caucus.mail.message.RawLetter;

/** What a mail host in front wrote of SPF into a field of its own (RFC 7208 section 9.1). */
public final class ReceivedSpf {
  private static final String NAME = "Received-SPF";

  private ReceivedSpf() {}

  /**
   * The envelope's domain that passed; empty if none did. The field names the host that wrote it,
   * and stands above the line in which that host says from whom it had the letter: what is below
   * came with the letter.
   */
  public static Optional<String> envelope(RawLetter letter, Set<String> checkers) {
    int hops = 0;
    for (String name : letter.names()) {
      if (name.equalsIgnoreCase(NAME)) {
        return CommentStripper.of(letter.values(NAME).getFirst())
            .flatMap(value -> passed(value.toLowerCase(Locale.ROOT), checkers));
      }
      // the first is our own
      if (name.equalsIgnoreCase("Received") && ++hops > 1) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<String> passed(String value, Set<String> checkers) {
    String[] words = value.strip().split("\\s", 2);
    if (words.length < 2 || !words[0].equals("pass")) {
      return Optional.empty();
    }
    Map<String, String> pairs = new HashMap<>();
    for (String pair : words[1].split(";", -1)) {
      int equals = pair.indexOf('=');
      String said = pair.substring(equals + 1).replace('"', ' ').strip();
      if (equals > 0 && pairs.put(pair.substring(0, equals).strip(), said) != null) {
        return Optional.empty(); // said twice, nothing is said
      }
    }
    return checkers.contains(pairs.getOrDefault("receiver", ""))
            && pairs.getOrDefault("identity", "mailfrom").equals("mailfrom")
        ? Optional.ofNullable(pairs.get("envelope-from"))
            .map(from -> from.substring(from.lastIndexOf('@') + 1))
        : Optional.empty();
  }
}
