package org.caucus.mail.message.markdown;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which way words run: that of their first letter (Unicode UAX 9, P2). */
enum Way {
  LTR("ltr", ""),
  /** Of the scripts that run from the right only one is a language of ours. */
  RTL("rtl", "ar");

  private static final Set<UnicodeScript> FROM_THE_RIGHT =
      Set.of(
          UnicodeScript.ARABIC,
          UnicodeScript.HEBREW,
          UnicodeScript.SYRIAC,
          UnicodeScript.THAANA,
          UnicodeScript.NKO);

  private final String dir;
  private final String lang;

  Way(String dir, String lang) {
    this.dir = dir;
    this.lang = lang;
  }

  String dir() {
    return dir;
  }

  /** The language of words that run so in a letter that does not; empty where it is not known. */
  String lang() {
    return lang;
  }

  /** The way of words; empty for what has no letter. */
  static Optional<Way> of(String words) {
    return words
        .codePoints()
        .filter(Character::isLetter)
        .mapToObj(c -> FROM_THE_RIGHT.contains(UnicodeScript.of(c)) ? RTL : LTR)
        .findFirst();
  }

  /** The way of blocks: that of the first that has one. */
  static Optional<Way> of(List<? extends Block> blocks) {
    return blocks.stream().flatMap(b -> of(b).stream()).findFirst();
  }

  private static Optional<Way> of(Block block) {
    return switch (block) {
      case Block.Paragraph p -> of(Inline.words(p.inside()));
      case Block.Heading h -> of(Inline.words(h.inside()));
      case Block.Items l -> l.items().stream().flatMap(i -> of(i.inside()).stream()).findFirst();
      case Block.Quote q -> of(q.inside());
      case Block.Table t ->
          Stream.concat(Stream.of(t.head()), t.rows().stream())
              .flatMap(r -> r.cells().stream())
              .flatMap(c -> of(Inline.words(c)).stream())
              .findFirst();
      case Block.Footer f -> of(f.inside());
      case Block.Button b -> of(b.label());
      case Block.Message m ->
          m.lines().stream().flatMap(line -> of(Inline.words(line)).stream()).findFirst();
      case Block.Code _, Block.Rule _ -> Optional.empty();
    };
  }
}
