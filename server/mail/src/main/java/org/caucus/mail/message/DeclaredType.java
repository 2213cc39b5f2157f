package org.caucus.mail.message;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Content-Type as its letter says it, if it has nothing that programs read in different ways: no
 * comments, no parameter twice, none in pieces.
 *
 * @param value as it stands there
 */
record DeclaredType(String value) {
  private static final Pattern STRICT =
      Pattern.compile(
          "[\\w.+-]{1,20}+/[\\w.+-]{1,80}+"
              + "(?:\\s*+;\\s*+[\\w-]{1,40}+=(?:\"[^\"\\\\]{0,300}+\"|[^\\s;\"()\\\\]{1,300}+))*+"
              + "\\s*+;?\\s*+");

  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*+([\\w-]{1,40}+)=(?:\"([^\"\\\\]{0,300}+)\"|([^\\s;\"()\\\\]{1,300}))");

  /** That of a letter; text, if it says none. Empty if it is not so strict. */
  static Optional<DeclaredType> of(RawLetter letter) {
    String said = letter.value(BodySniffer.TYPE).orElse("text/plain").strip();
    return Optional.of(new DeclaredType(said)).filter(DeclaredType::isStrict);
  }

  private boolean isStrict() {
    List<String> names =
        PARAMETER.matcher(value).results().map(m -> m.group(1).toLowerCase(Locale.ROOT)).toList();
    return STRICT.matcher(value).matches() && names.stream().distinct().count() == names.size();
  }

  /** The type without its parameters, in small letters. */
  String type() {
    return value.split("[;\\s]", 2)[0].toLowerCase(Locale.ROOT);
  }

  /** A parameter; nothing if it is not there. */
  String parameter(String name) {
    return PARAMETER
        .matcher(value)
        .results()
        .filter(m -> m.group(1).equalsIgnoreCase(name))
        .map(m -> m.group(2) == null ? m.group(3) : m.group(2))
        .findFirst()
        .orElse("")
        .stripTrailing();
  }
}
