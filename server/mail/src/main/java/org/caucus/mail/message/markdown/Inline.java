package org.caucus.mail.message.markdown;

import java.util.List;

/** What stands in a line. */
sealed interface Inline {
  /** Running text. */
  record Text(String text) implements Inline {}

  /** The end of a line, kept as it was written. */
  record LineBreak() implements Inline {}

  /** Code within a line. */
  record Code(String text) implements Inline {}

  /** A way in which words stand out. */
  enum Style {
    STRONG("strong"),
    EMPHASIS("em"),
    STRIKETHROUGH("s");

    private final String tag;

    Style(String tag) {
      this.tag = tag;
    }

    String tag() {
      return tag;
    }
  }

  /** Words that stand out. */
  record Styled(Style style, List<Inline> inside) implements Inline {
    /** Keeps them as they are now. */
    public Styled {
      inside = List.copyOf(inside);
    }
  }

  /**
   * A link.
   *
   * @param href an address of the web or of a mailbox
   */
  record Link(String href, List<Inline> inside) implements Inline {
    /** Keeps them as they are now. */
    public Link {
      inside = List.copyOf(inside);
    }

    /** A link whose words are its address. */
    static Link bare(String href, String words) {
      return new Link(href, List.of(new Text(words)));
    }

    /** Whether its words say where it leads. */
    boolean isBare() {
      String said = words(inside).strip();
      return said.equals(href) || ("mailto:" + said).equals(href);
    }
  }

  /**
   * A picture among the files of the same message: the file goes along, and no page loads it.
   *
   * @param says what its author says that it shows; empty without such words
   */
  record Picture(String says, String name) implements Inline {
    /** As it is read where it is not seen. */
    String words() {
      return says.isBlank() ? "[" + name + "]" : "[" + says.strip() + ": " + name + "]";
    }
  }

  /** The words of them, without what they look like. */
  static String words(List<Inline> all) {
    StringBuilder words = new StringBuilder();
    for (Inline one : all) {
      words.append(
          switch (one) {
            case Text t -> t.text();
            case Code c -> c.text();
            case LineBreak _ -> "\n";
            case Styled s -> words(s.inside());
            case Link l -> words(l.inside());
            case Picture p -> p.words();
          });
    }
    return words.toString();
  }
}
