package org.caucus.coalition.instruments.cutting;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.caucus.coalition.instruments.cutting.Segment.Kind;

/**
 * The words that stand before a number, in the languages of the texts we know: Part I, Article
 * premier, Título II, المادة (١٢). Those with a lower rank hold those with a higher one; where two
 * ranks are equal, the document says which is the outer.
 */
record Family(Kind kind, int rank) {
  private static final int OUTERMOST = 0;
  private static final int BOOK = 1;

  /** Part, title and chapter: which holds which differs from country to country. */
  static final int DIVISION = 2;

  private static final int SECTION = 5;
  private static final int SUBSECTION = 6;
  private static final int ARTICLE = 7;
  private static final int CLAUSE = 8;

  private static final Map<String, Family> WORDS = words();
  private static final Map<String, String> ORDINALS = ordinals();

  private static Map<String, Family> words() {
    Map<String, Family> words = new HashMap<>();
    put(
        words,
        Kind.SCHEDULE,
        OUTERMOST,
        "schedule",
        "annex",
        "appendix",
        "annexe",
        "appendice",
        "anexo",
        "apendice");
    put(words, Kind.SCHEDULE, OUTERMOST, "ملحق", "جدول", "مرفق");
    put(words, Kind.PART, BOOK, "book", "livre", "libro", "livro", "كتاب");
    put(
        words,
        Kind.PART,
        DIVISION,
        "part",
        "partie",
        "parte",
        "title",
        "titre",
        "titulo",
        "division",
        "باب",
        "جزء",
        "قسم");
    put(words, Kind.CHAPTER, DIVISION, "chapter", "chapitre", "capitulo", "chap", "فصل");
    put(
        words,
        Kind.SECTION,
        SECTION,
        "section",
        "seccion",
        "secao",
        "seccao",
        "sec",
        "s",
        "فرع",
        "مبحث");
    put(words, Kind.SECTION, SUBSECTION, "sous-section", "subsecao", "subseccion");
    put(words, Kind.PARAGRAPH, CLAUSE, "subsection");
    put(words, Kind.ARTICLE, ARTICLE, "article", "artigo", "articulo", "art", "ماده");
    put(
        words,
        Kind.PARAGRAPH,
        CLAUSE,
        "clause",
        "rule",
        "regulation",
        "paragraph",
        "paragraphe",
        "para",
        "بند",
        "فقره");
    put(
        words,
        Kind.PARAGRAPH,
        CLAUSE,
        "principle",
        "principe",
        "guideline",
        "recommendation",
        "مبدا");
    return Map.copyOf(words);
  }

  private static void put(Map<String, Family> words, Kind kind, int rank, String... list) {
    for (String word : list) {
      words.put(word, new Family(kind, rank));
    }
  }

  private static Map<String, String> ordinals() {
    Map<String, String> all = new HashMap<>();
    number(
        all, "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve");
    number(
        all, "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth");
    number(
        all,
        "premier",
        "deuxieme",
        "troisieme",
        "quatrieme",
        "cinquieme",
        "sixieme",
        "septieme",
        "huitieme");
    number(all, "premiere", "seconde");
    number(
        all, "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "septimo", "octavo",
        "noveno", "decimo");
    number(
        all,
        "primeiro",
        "segundo",
        "terceiro",
        "quarto",
        "quinto",
        "sexto",
        "setimo",
        "oitavo",
        "nono",
        "decimo");
    number(all, "اول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر");
    number(
        all, "اولي", "ثانيه", "ثالثه", "رابعه", "خامسه", "سادسه", "سابعه", "ثامنه", "تاسعه",
        "عاشره");
    all.put("unico", "unico");
    all.put("unique", "unique");
    return Map.copyOf(all);
  }

  private static void number(Map<String, String> all, String... list) {
    for (int i = 0; i < list.length; i++) {
      all.put(list[i], Integer.toString(i + 1));
    }
  }

  /** The family of a word; case and accents do not matter. */
  static Optional<Family> of(String word) {
    String plain = plain(word);
    Family found = WORDS.get(plain);
    if (found == null && plain.startsWith("ال")) {
      found = WORDS.get(plain.substring(2));
    }
    return Optional.ofNullable(found);
  }

  /** The number that an ordinal word means, as a label. */
  static Optional<String> ordinal(String word) {
    String plain = plain(word);
    String found = ORDINALS.get(plain);
    if (found == null && plain.startsWith("ال")) {
      found = ORDINALS.get(plain.substring(2));
    }
    return Optional.ofNullable(found);
  }

  /** Small letters without accents; Arabic without vowels, tatweel and the variants of letters. */
  private static String plain(String word) {
    String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder built = new StringBuilder();
    apart
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK && c != 'ـ')
        .map(c -> c == 'ة' ? 'ه' : c == 'ى' ? 'ي' : c)
        .forEach(built::appendCodePoint);
    return built.toString();
  }
}
