package org.caucus.mail.auth.dkim;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A list of tags (RFC 6376 section 3.2), such as the value of a signature or of a key record. */
record TagList(Map<String, String> tags) {
  /** The longest list that is read, in characters. */
  static final int MAX_CHARS = 16 * 1024;

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,40}");

  TagList {
    tags = Collections.unmodifiableMap(new HashMap<>(tags));
  }

  /** Reads one; empty if it is malformed, or has a tag twice, which makes all of it void. */
  static Optional<TagList> parse(String text) {
    if (text.length() > MAX_CHARS) {
      return Optional.empty();
    }
    Map<String, String> tags = new HashMap<>();
    String[] parts = text.split(";", -1);
    for (int i = 0; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      if (equals < 0) {
        if (!parts[i].isBlank() || i < parts.length - 1) {
          return Optional.empty();
        }
        continue;
      }
      String name = parts[i].substring(0, equals).strip();
      String value = parts[i].substring(equals + 1).strip();
      if (!NAME.matcher(name).matches() || tags.put(name, value) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new TagList(tags));
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(tags.get(name));
  }

  String get(String name, String otherwise) {
    return tags.getOrDefault(name, otherwise);
  }

  /** A value in which white space means nothing, without it: base64, lists of names. */
  String dense(String name) {
    return get(name, "").replaceAll("\\s+", "");
  }

  /** The text of a list without the value of its {@code b} tag; all else as it stands. */
  static String withoutSignature(String text) {
    StringBuilder out = new StringBuilder();
    for (String part : text.split("(?<=;)", -1)) {
      int equals = part.indexOf('=');
      // the first tag stands behind the name of the field
      int from = part.lastIndexOf(':', equals) + 1;
      if (equals > 0 && part.substring(from, equals).strip().equals("b")) {
        out.append(part, 0, equals + 1).append(part.endsWith(";") ? ";" : "");
      } else {
        out.append(part);
      }
    }
    return out.toString();
  }
}
