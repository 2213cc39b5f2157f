package org.caucus.views.search.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.jspecify.annotations.Nullable;

/**
 * Texts as words. Every text is kept as it is written, less case, accents, elided articles and
 * other habits of spelling ({@link SpellingNormalizer}), and once more by the stems of its
 * language, so that <i>platforms</i> finds <i>platform</i>. The language is made out by script and
 * by the small words that each has many of.
 */
public final class TextAnalyzer {
  /** Field of the words as written, with their places. */
  public static final String EXACT = "text";

  /** Field of authors' names. */
  public static final String FROM = "from";

  /** Field of the same, with the addresses of those who have no seat. */
  public static final String ADDRESS = "address";

  /** A text's language; the names are those of the fields its stems are in. */
  public enum Language {
    EN,
    FR,
    AR;

    /** The field of its stems. */
    public String field() {
      return name();
    }
  }

  /** Characters that are looked at to make out a language. */
  private static final int LOOKED_AT = 4_000;

  private static final Set<String> FRENCH =
      Set.of(
          "le", "la", "les", "des", "une", "est", "dans", "pour", "que", "qui", "avec", "sur",
          "nous", "vous", "pas", "ce", "cette", "sont", "du", "au", "aux", "et", "un", "par");

  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "to", "in", "is", "that", "for", "with", "this", "are", "be", "as",
          "we", "you", "it", "from", "have", "by", "was", "or", "at", "our", "i");

  /** For the index: each field by its own. */
  public static final Analyzer ALL =
      new PerFieldAnalyzerWrapper(
          new Chain(null),
          Map.of(
              Language.EN.field(), new Chain(Language.EN),
              Language.FR.field(), new Chain(Language.FR),
              Language.AR.field(), new Chain(Language.AR)));

  private TextAnalyzer() {}

  private static final class Chain extends Analyzer {
    private final @Nullable Language language;

    Chain(@Nullable Language language) {
      this.language = language;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      TokenStream lower = new DecimalDigitFilter(new LowerCaseFilter(words));
      boolean stems = language != null;
      return new TokenStreamComponents(words, stemmed(new SpellingNormalizer(lower, stems)));
    }

    private TokenStream stemmed(TokenStream lower) {
      if (language == null) {
        // a text of a few words may be taken for one of another language: articles never count
        return new ASCIIFoldingFilter(new ArabicNormalizationFilter(elided(lower)));
      }
      return switch (language) {
        case EN -> new PorterStemFilter(new ASCIIFoldingFilter(new EnglishPossessiveFilter(lower)));
        case FR -> new ASCIIFoldingFilter(new FrenchLightStemFilter(elided(lower)));
        case AR -> new ArabicStemFilter(new ArabicNormalizationFilter(lower));
      };
    }

    private static TokenStream elided(TokenStream lower) {
      return new ElisionFilter(lower, new CharArraySet(FrenchAnalyzer.DEFAULT_ARTICLES, true));
    }
  }

  /** A word and where it stands in its text. */
  public record Word(String word, int from, int to) {}

  /** Takes words one by one until it has enough. */
  public interface Taker {
    /** Whether to go on. */
    boolean take(Word word);
  }

  /** Goes through the words of a text as a field has them. */
  public static void each(String field, String text, Taker taker) {
    try (TokenStream words = ALL.tokenStream(field, text)) {
      CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = words.addAttribute(OffsetAttribute.class);
      words.reset();
      boolean more = true;
      while (more && words.incrementToken()) {
        more = taker.take(new Word(word.toString(), place.startOffset(), place.endOffset()));
      }
      if (more) {
        words.end();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot be read", e);
    }
  }

  /** The words of a text as a field has them, at most so many. */
  public static List<String> of(String field, String text, int most) {
    List<String> found = new ArrayList<>();
    each(
        field,
        text,
        w -> {
          found.add(w.word());
          return found.size() < most;
        });
    return found;
  }

  /** The language of a text; English where nothing speaks for another. */
  public static Language languageOf(String text) {
    String start = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    int arabic = 0;
    int letters = 0;
    for (int i = 0; i < start.length(); i++) {
      char c = start.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      arabic += Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC ? 1 : 0;
    }
    if (arabic * 3 > letters) {
      return Language.AR;
    }
    Map<Boolean, Integer> small = new HashMap<>();
    for (String word : start.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}]", -1)) {
      if (FRENCH.contains(word)) {
        small.merge(true, 1, Integer::sum);
      } else if (ENGLISH.contains(word)) {
        small.merge(false, 1, Integer::sum);
      }
    }
    return small.getOrDefault(true, 0) > small.getOrDefault(false, 0) ? Language.FR : Language.EN;
  }
}
