package org.caucus.mail.message.privacy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes tags of a text in XML, of which each octet is a character: attributes, whole elements,
 * and the words in one up to its end, with those in CDATA. What stands between tags, in comments
 * and in CDATA is never taken for a tag. All else stays as it was written. One pass; used once.
 */
final class XmlTags {
  /** Most attributes of one tag; those that office programs write have some fifty at most. */
  private static final int MAX_ATTRIBUTES = 256;

  private static final String CDATA = "<![CDATA[";
  private static final String DOCTYPE = "<!DOCTYPE";

  /** What becomes of them. */
  interface Rules {
    /** What becomes of an attribute. */
    Change attribute(Tag tag, Attribute attribute);

    /** What becomes of an element. */
    Change element(Tag tag);
  }

  /** What becomes of words. */
  interface Words {
    /** What stands in their place. */
    String now(String words);
  }

  /** What becomes of an attribute or an element. */
  sealed interface Change {
    /** Nothing. */
    record Stays() implements Change {}

    /** It is not there any more, nor what is in it. */
    record Goes() implements Change {}

    /** It says something else: the attribute's value, or what the element holds. */
    record Says(Words words) implements Change {}
  }

  /** Of most. */
  static final Change STAYS = new Change.Stays();

  /** Of what is not there any more. */
  static final Change GOES = new Change.Goes();

  /**
   * An attribute.
   *
   * @param name without its prefix
   * @param from where the blank before it is
   * @param valueFrom where its value begins, behind the quote
   */
  record Attribute(String name, String value, int from, int valueFrom) {
    private int valueEnd() {
      return valueFrom + value.length();
    }
  }

  /**
   * The beginning of an element.
   *
   * @param full its name with its prefix
   * @param end behind its last character
   */
  record Tag(String full, List<Attribute> attributes, int end, boolean isEmpty) {
    /** Its name without its prefix. */
    String name() {
      return full.substring(full.indexOf(':') + 1);
    }

    /** The value of an attribute; empty if it has none of that name. */
    String value(String name) {
      return attributes.stream()
          .filter(a -> a.name().equals(name))
          .map(Attribute::value)
          .findFirst()
          .orElse("");
    }
  }

  private final String xml;
  private final Rules rules;
  private final StringBuilder out;
  private int done;

  private XmlTags(String xml, Rules rules) {
    this.xml = xml;
    this.rules = rules;
    this.out = new StringBuilder(xml.length());
  }

  /**
   * The text with what is changed; what is cut short in the midst of a tag stays from there on.
   *
   * @throws ZipRewriter.UnreadableException if a tag has more attributes than any program writes
   */
  static String changed(String xml, Rules rules) {
    return new XmlTags(xml, rules).all();
  }

  private String all() {
    int at = xml.indexOf('<');
    while (at >= 0) {
      int next = next(at);
      at = next < 0 ? -1 : xml.indexOf('<', next);
    }
    return out.append(xml, done, xml.length()).toString();
  }

  /** Behind what begins here; -1 if it has no end. */
  private int next(int at) {
    if (xml.startsWith("<!--", at)) {
      return behind("-->", at);
    }
    if (xml.startsWith(CDATA, at)) {
      return behind("]]>", at);
    }
    if (xml.startsWith(DOCTYPE, at)) {
      return at + DOCTYPE.length(); // what it declares is looked at
    }
    if (xml.startsWith("<!ENTITY", at)) {
      throw new ZipRewriter.UnreadableException("words of its own behind other names");
    }
    boolean tag = at + 1 < xml.length() && "!?/".indexOf(xml.charAt(at + 1)) < 0;
    return tag ? element(at) : behind(">", at);
  }

  private int behind(String end, int from) {
    int found = xml.indexOf(end, from);
    return found < 0 ? -1 : found + end.length();
  }

  private int element(int at) {
    Tag tag = tag(at);
    if (tag == null) {
      return -1;
    }
    return switch (rules.element(tag)) {
      case Change.Goes goes -> {
        keep(at);
        done = over(tag);
        yield done;
      }
      case Change.Says says when !tag.isEmpty() -> {
        attributes(tag);
        yield words(tag, says);
      }
      default -> {
        attributes(tag);
        yield tag.end();
      }
    };
  }

  /** Behind the words of an element; -1 if it has no end. */
  private int words(Tag tag, Change.Says says) {
    StringBuilder words = new StringBuilder();
    int at = tag.end();
    int mark = xml.indexOf('<', at);
    while (mark >= 0 && !isEndOf(tag, mark)) {
      words.append(xml, at, mark);
      at = behindMark(mark, words);
      mark = at < 0 ? -1 : xml.indexOf('<', at);
    }
    if (mark < 0) {
      return -1;
    }
    words.append(xml, at, mark);
    if (!words.isEmpty()) {
      keep(tag.end());
      out.append(says.words().now(words.toString()));
      done = mark;
    }
    return mark;
  }

  private boolean isEndOf(Tag tag, int at) {
    int behind = at + 2 + tag.full().length();
    return xml.startsWith("</" + tag.full(), at) && name(behind) == behind;
  }

  /** Behind what stands among words here; what it says as words is put to them. */
  private int behindMark(int at, StringBuilder words) {
    if (xml.startsWith("<!--", at)) {
      return behind("-->", at);
    }
    if (!xml.startsWith(CDATA, at)) {
      return behind(">", at);
    }
    int end = behind("]]>", at);
    if (end >= 0) {
      words.append(escaped(xml.substring(at + CDATA.length(), end - "]]>".length())));
    }
    return end;
  }

  /** As these characters are written outside CDATA. */
  private static String escaped(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void attributes(Tag tag) {
    for (Attribute one : tag.attributes()) {
      switch (rules.attribute(tag, one)) {
        case Change.Stays stays -> {}
        case Change.Goes goes -> {
          keep(one.from());
          done = one.valueEnd() + 1;
        }
        case Change.Says says -> say(one.valueFrom(), one.valueEnd(), says);
      }
    }
  }

  private void say(int from, int to, Change.Says says) {
    keep(from);
    out.append(says.words().now(xml.substring(from, to)));
    done = to;
  }

  private void keep(int until) {
    out.append(xml, done, until);
    done = until;
  }

  /** Behind the end of the element. */
  private int over(Tag tag) {
    if (tag.isEmpty()) {
      return tag.end();
    }
    int end = xml.indexOf("</" + tag.full(), tag.end());
    int behind = end < 0 ? -1 : behind(">", end);
    return behind < 0 ? xml.length() : behind;
  }

  /** The tag that begins here; null if it has no end. */
  private @Nullable Tag tag(int at) {
    int name = name(at + 1);
    List<Attribute> attributes = new ArrayList<>();
    int i = name;
    while (i < xml.length() && xml.charAt(i) != '>') {
      Attribute one = attribute(i);
      if (one == null) {
        i = Math.max(i + 1, blanks(i)); // each blank is looked at twice at most
      } else {
        if (attributes.size() == MAX_ATTRIBUTES) {
          throw new ZipRewriter.UnreadableException("too many attributes");
        }
        attributes.add(one);
        i = one.valueEnd() + 1;
      }
    }
    boolean empty = i > name && i <= xml.length() && xml.charAt(i - 1) == '/';
    return i < xml.length() ? new Tag(xml.substring(at + 1, name), attributes, i + 1, empty) : null;
  }

  /** The attribute behind this blank; null if none is there. */
  private @Nullable Attribute attribute(int from) {
    int begin = blanks(from);
    if (begin == from || begin >= xml.length()) {
      return null;
    }
    int end = name(begin);
    int quote = blanks(end);
    if (end == begin || quote >= xml.length() || xml.charAt(quote) != '=') {
      return null;
    }
    quote = blanks(quote + 1);
    if (quote >= xml.length() || "\"'".indexOf(xml.charAt(quote)) < 0) {
      return null;
    }
    int close = xml.indexOf(xml.charAt(quote), quote + 1);
    String full = xml.substring(begin, end);
    return close < 0
        ? null
        : new Attribute(
            full.substring(full.indexOf(':') + 1),
            xml.substring(quote + 1, close),
            from,
            quote + 1);
  }

  private int blanks(int from) {
    int i = from;
    while (i < xml.length() && xml.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  /** Where the name that begins here ends. */
  private int name(int from) {
    int i = from;
    while (i < xml.length() && xml.charAt(i) > ' ' && "=/>\"'<".indexOf(xml.charAt(i)) < 0) {
      i++;
    }
    return i;
  }
}
