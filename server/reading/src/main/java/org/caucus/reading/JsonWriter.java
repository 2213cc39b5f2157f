package org.caucus.reading;

import org.jspecify.annotations.Nullable;

/** Writes JSON: all that is needed to hand a text over. */
final class JsonWriter {
  private final StringBuilder out = new StringBuilder();
  private boolean isFirst = true;

  private void comma() {
    if (!isFirst) {
      out.append(',');
    }
    isFirst = false;
  }

  JsonWriter open(char bracket) {
    comma();
    out.append(bracket);
    isFirst = true;
    return this;
  }

  JsonWriter close(char bracket) {
    out.append(bracket);
    isFirst = false;
    return this;
  }

  JsonWriter name(String name) {
    text(name);
    out.append(':');
    isFirst = true;
    return this;
  }

  JsonWriter field(String name, Object value) {
    name(name);
    return value instanceof Integer number ? number(number) : text(String.valueOf(value));
  }

  JsonWriter number(int value) {
    comma();
    out.append(value);
    return this;
  }

  JsonWriter text(@Nullable String value) {
    comma();
    if (value == null) {
      out.append("null");
      return this;
    }
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || Character.isSurrogate(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
