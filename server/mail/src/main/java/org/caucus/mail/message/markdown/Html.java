package org.caucus.mail.message.markdown;

/** Text where HTML is written: nothing in it is a tag, an entity or the end of an attribute. */
final class Html {
  private Html() {}

  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(isControl(c) ? ' ' : c);
      }
    }
    return out.toString();
  }

  private static boolean isControl(char c) {
    return c < ' ' && c != '\n' && c != '\t';
  }
}
