package org.caucus.platform.i18n;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What stands in quotes in Java sources, statement by statement; comments are left out. */
final class Spoken {
  private static final char QUOTED = '\u0001';
  private static final Pattern JOINED = Pattern.compile("\\s*\\+\\s*");

  private final String source;
  private final List<Statement> statements = new ArrayList<>();
  private final List<String> quoted = new ArrayList<>();
  private final StringBuilder code = new StringBuilder();
  private int at;

  /**
   * A statement.
   *
   * @param code with a mark for each thing in quotes
   * @param quoted what stands in quotes; pieces with nothing but a plus between them are one
   */
  record Statement(String code, List<String> quoted) {}

  private Spoken(String source) {
    this.source = source;
  }

  static List<Statement> in(String source) {
    Spoken spoken = new Spoken(source);
    while (spoken.at < source.length()) {
      spoken.step();
    }
    return spoken.statements;
  }

  private void step() {
    char c = source.charAt(at);
    if (source.startsWith("/*", at)) {
      at = source.indexOf("*/", at) + 2;
    } else if (source.startsWith("//", at)) {
      int end = source.indexOf('\n', at);
      at = end < 0 ? source.length() : end;
    } else if (source.startsWith("\"\"\"", at)) {
      int end = source.indexOf("\"\"\"", at + 3);
      quote(source.substring(at + 3, end), end + 3);
    } else if (c == '"' || c == '\'') {
      int end = at + 1;
      while (source.charAt(end) != c) {
        end += source.charAt(end) == '\\' ? 2 : 1;
      }
      String text = source.substring(at + 1, end).replace("\\\"", "\"").replace("\\n", "\n");
      quote(c == '"' ? text : "", end + 1);
    } else if (c == ';' || c == '{' || c == '}') {
      statements.add(statement());
      at++;
    } else {
      code.append(c);
      at++;
    }
  }

  private void quote(String text, int next) {
    quoted.add(text);
    code.append(QUOTED);
    at = next;
  }

  private Statement statement() {
    String[] between = code.toString().split(String.valueOf(QUOTED), -1);
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < quoted.size(); i++) {
      boolean more = i > 0 && JOINED.matcher(between[i]).matches();
      joined.add((more ? joined.removeLast() : "") + quoted.get(i));
    }
    Statement statement = new Statement(code.toString(), joined);
    code.setLength(0);
    quoted.clear();
    return statement;
  }
}
