package org.caucus.http;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A regular expression in the syntax that ECMA-262, RE2 and Python share and read alike: one anchor
 * at each end, characters, classes, groups, alternatives and bounded repetition. Anything else is
 * refused. Texts that match are made from it.
 */
final class SharedPattern {
  /** Characters that mean something and so are escaped where they stand for themselves. */
  private static final String SPECIAL = "\\.^$*+?()[]{}|/-";

  /** Most repetitions of what may repeat without end. */
  private static final int MORE = 20;

  private final String text;
  private int at;

  /** What makes a text that matches a part. */
  @FunctionalInterface
  private interface Part {
    void write(StringBuilder out, RandomGenerator random);
  }

  private SharedPattern(String text) {
    this.text = text;
  }

  /** A text that matches, and is different for another state of the generator. */
  static String matching(String pattern, RandomGenerator random) {
    StringBuilder out = new StringBuilder();
    new SharedPattern(pattern).whole().write(out, random);
    return out.toString();
  }

  /** Throws if the pattern has anything in it that is not shared. */
  static void parse(String pattern) {
    new SharedPattern(pattern).whole();
  }

  private Part whole() {
    expect('^');
    Part inner = alternatives();
    expect('$');
    if (at < text.length()) {
      throw refused("something after the end");
    }
    return inner;
  }

  private Part alternatives() {
    List<Part> parts = new ArrayList<>(List.of(sequence()));
    while (peek() == '|') {
      at++;
      parts.add(sequence());
    }
    return (out, random) -> parts.get(random.nextInt(parts.size())).write(out, random);
  }

  private Part sequence() {
    List<Part> parts = new ArrayList<>();
    while (at < text.length() && "|)$".indexOf(peek()) < 0) {
      parts.add(repeated(atom()));
    }
    return (out, random) -> parts.forEach(part -> part.write(out, random));
  }

  private Part atom() {
    char c = next();
    return switch (c) {
      case '(' -> group();
      case '[' -> oneOf(set());
      case '\\' -> oneOf(List.of(escaped()));
      case '^', '*', '+', '?', '{', '}', ']', '.' -> throw refused("an unescaped " + c);
      default -> oneOf(List.of(c));
    };
  }

  private Part group() {
    if (peek() == '?') {
      throw refused("a group of another kind, such as a look-around");
    }
    Part inner = alternatives();
    expect(')');
    return inner;
  }

  private static Part oneOf(List<Character> characters) {
    return (out, random) -> out.append(characters.get(random.nextInt(characters.size())));
  }

  /** Those of ASCII that can be seen, or a blank; no more are needed. */
  private List<Character> set() {
    boolean excluded = peek() == '^';
    at += excluded ? 1 : 0;
    StringBuilder named = new StringBuilder();
    while (peek() != ']') {
      char from = classCharacter();
      char to = from;
      if (peek() == '-' && text.charAt(at + 1) != ']') {
        at++;
        to = classCharacter();
      }
      for (char c = from; c <= to; c++) {
        named.append(c);
      }
    }
    at++;
    return IntStream.rangeClosed(' ', '~')
        .mapToObj(c -> (char) c)
        .filter(c -> named.indexOf(String.valueOf(c)) >= 0 != excluded)
        .toList();
  }

  private char classCharacter() {
    char c = next();
    if (c == '[' || c == '&') {
      throw refused("an unescaped " + c + " in a class");
    }
    return c == '\\' ? escaped() : c;
  }

  private char escaped() {
    char c = next();
    if (c == 'x') {
      at += 2;
      return (char) Integer.parseInt(text.substring(at - 2, at), 16);
    }
    if (SPECIAL.indexOf(c) < 0) {
      throw refused("\\" + c);
    }
    return c;
  }

  private Part repeated(Part part) {
    int[] bounds =
        switch (peek()) {
          case '*' -> bounds(0, MORE);
          case '+' -> bounds(1, MORE);
          case '?' -> bounds(0, 1);
          case '{' -> counted();
          default -> new int[] {1, 1};
        };
    if (peek() == '?' || peek() == '+' || peek() == '*') {
      throw refused("a lazy or possessive repetition");
    }
    return (out, random) -> {
      int times = random.nextInt(bounds[0], bounds[1] + 1);
      for (int i = 0; i < times; i++) {
        part.write(out, random);
      }
    };
  }

  private int[] bounds(int least, int most) {
    at++;
    return new int[] {least, most};
  }

  private int[] counted() {
    int end = text.indexOf('}', at);
    String[] bounds = text.substring(at + 1, end).split(",", 2);
    at = end + 1;
    int most = Integer.parseInt(bounds[bounds.length - 1]);
    if (most > 1_000) {
      throw refused("more repetitions than RE2 takes");
    }
    return new int[] {Integer.parseInt(bounds[0]), most};
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private void expect(char wanted) {
    if (next() != wanted) {
      throw refused("no " + wanted);
    }
  }

  private IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(text + " has " + why + " at " + at);
  }
}
