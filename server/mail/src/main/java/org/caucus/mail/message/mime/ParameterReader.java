package org.caucus.mail.message.mime;

/** Goes over the value of a field with parameters once (RFC 2045 section 5.1). */
final class ParameterReader {
  private final String text;
  private int at;
  private char took;

  ParameterReader(String text) {
    this.text = text;
  }

  boolean more() {
    return at < text.length();
  }

  char took() {
    return took;
  }

  String until(String ends) {
    int from = at;
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String found = text.substring(from, at);
    took = at < text.length() ? text.charAt(at++) : ';';
    return found;
  }

  String text() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    if (at >= text.length() || text.charAt(at) != '"') {
      return until(";").strip();
    }
    StringBuilder out = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      out.append(text.charAt(at));
    }
    until(";");
    return out.toString();
  }
}
