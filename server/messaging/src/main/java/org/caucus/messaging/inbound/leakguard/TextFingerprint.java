package org.caucus.messaging.inbound.leakguard;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The fingerprints of a text: hashes of {@value #WORDS} words in a row, of which the smallest in
 * each window of {@value #WINDOW} is kept (winnowing, Schleimer and others 2003). Two texts that
 * share {@link #SURELY_FOUND} words in a row share a fingerprint; of shorter runs, none shorter
 * than {@value #WORDS} is ever found.
 */
final class TextFingerprint {
  /** Words of one shingle. */
  static final int WORDS = 6;

  /** Shingles of which one is kept. */
  static final int WINDOW = 5;

  /** Words in a row that are found wherever they stand. */
  static final int SURELY_FOUND = WORDS + WINDOW - 1;

  /** Words of one text that are looked at; a letter is shown cut at about as many. */
  static final int MAX_WORDS = 20_000;

  /** Characters of one text that are looked at. */
  static final int MAX_CHARS = 300_000;

  /** The shortest paragraph that is known as a whole: shorter ones are said by everyone. */
  static final int MIN_PARAGRAPH = 4;

  private static final int MAX_SIGNATURE_LINES = 8;

  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long PARAGRAPH_SALT = 0x9e3779b97f4a7c15L;

  /** What mail programs write above a quote by themselves says nothing. */
  private static final Pattern FIELD =
      Pattern.compile(
          "(from|to|cc|sent|date|subject|von|an|gesendet|betreff|datum|de|à|envoyé|objet)\\s?:.*");

  private final List<Long> kept = new ArrayList<>();
  private final List<Long> words = new ArrayList<>();

  private TextFingerprint() {}

  /** A text as lines without quote marks. */
  private record Line(String text, boolean quoted) {
    static Line of(String raw) {
      int from = 0;
      boolean quoted = false;
      while (from < raw.length() && (raw.charAt(from) == '>' || raw.charAt(from) <= ' ')) {
        quoted |= raw.charAt(from) == '>';
        from++;
      }
      return new Line(raw.substring(from).strip(), quoted);
    }

    boolean blank() {
      return text.isEmpty();
    }
  }

  /** The fingerprints of a text's words, each once or more. */
  static List<Long> of(String text) {
    return of(spoken(text));
  }

  /**
   * The fingerprints of those words alone that are marked as quoted, by {@code >} or by quotation
   * marks: together, as one quote is often given in several pieces.
   */
  static List<Long> quoted(String text) {
    List<Line> marked = new ArrayList<>(spoken(text).stream().filter(Line::quoted).toList());
    QuotedSpans.in(text).forEach(span -> marked.add(new Line(span, true)));
    return of(marked);
  }

  private static List<Long> of(List<Line> lines) {
    TextFingerprint shingles = new TextFingerprint();
    for (Line line : lines) {
      shingles.words.addAll(hashes(line.text(), MAX_WORDS - shingles.words.size()));
    }
    shingles.winnow();
    return shingles.kept;
  }

  /**
   * The fingerprints of whole paragraphs too short for shingles.
   *
   * @param quotedOnly only of those marked as quotes
   */
  static List<Long> paragraphs(String text, boolean quotedOnly) {
    List<Long> found = new ArrayList<>();
    List<Long> paragraph = new ArrayList<>();
    boolean quoted = false;
    for (Line line : spoken(text)) {
      if (line.blank() || line.quoted() != quoted) {
        close(paragraph, quoted || !quotedOnly, found);
        quoted = line.quoted();
      }
      if (paragraph.size() < SURELY_FOUND) {
        paragraph.addAll(hashes(line.text(), SURELY_FOUND));
      }
    }
    close(paragraph, quoted || !quotedOnly, found);
    if (quotedOnly) {
      QuotedSpans.in(text).forEach(span -> close(hashes(span, SURELY_FOUND), true, found));
    }
    return found;
  }

  private static void close(List<Long> paragraph, boolean wanted, List<Long> found) {
    boolean fits = paragraph.size() >= MIN_PARAGRAPH && paragraph.size() < SURELY_FOUND;
    if (wanted && fits) {
      found.add(together(paragraph) ^ PARAGRAPH_SALT);
    }
    paragraph.clear();
  }

  /** The lines that people wrote: without fields above a quote, and without "… wrote:". */
  private static List<Line> spoken(String text) {
    String looked = text.substring(0, Math.min(text.length(), MAX_CHARS));
    List<Line> lines = looked.lines().map(Line::of).toList();
    List<Line> spoken = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      i = pastSignature(lines, i);
      if (i < lines.size()
          && !FIELD.matcher(lines.get(i).text().toLowerCase(Locale.ROOT)).matches()
          && !introduces(lines, i)) {
        spoken.add(lines.get(i));
      }
    }
    return spoken;
  }

  /** A signature goes on to what is quoted below it, but not for long. */
  private static int pastSignature(List<Line> lines, int at) {
    if (!lines.get(at).text().equals("--")) {
      return at;
    }
    int end = at + 1;
    while (end < lines.size()
        && end - at <= MAX_SIGNATURE_LINES
        && lines.get(end).quoted() == lines.get(at).quoted()
        && !lines.get(end).text().endsWith(":")) {
      end++;
    }
    return end;
  }

  /** "On Tuesday Bola wrote:", in one line or two, before a quote one level deeper. */
  private static boolean introduces(List<Line> lines, int at) {
    int colon = lines.get(at).text().endsWith(":") ? at : at + 1;
    if (colon >= lines.size() || !lines.get(colon).text().endsWith(":")) {
      return false;
    }
    int next = colon + 1;
    while (next < lines.size() && lines.get(next).blank() && next < colon + 3) {
      next++;
    }
    return next < lines.size()
        && lines.get(next).quoted()
        && (colon == at || lines.get(colon).text().length() < 20)
        && !lines.get(at).quoted();
  }

  private void winnow() {
    long[] shingles = new long[Math.max(0, words.size() - WORDS + 1)];
    for (int i = 0; i < shingles.length; i++) {
      shingles[i] = together(words.subList(i, i + WORDS));
    }
    int last = -1;
    for (int start = 0; start + WINDOW <= shingles.length; start++) {
      int least = start;
      for (int i = start + 1; i < start + WINDOW; i++) {
        least = shingles[i] <= shingles[least] ? i : least;
      }
      if (least != last) {
        kept.add(shingles[least]);
        last = least;
      }
    }
  }

  private static long together(List<Long> hashes) {
    long all = FNV_BASIS;
    for (long hash : hashes) {
      all = Long.rotateLeft(all ^ hash, 23) * FNV_PRIME;
    }
    return all ^ (all >>> 29);
  }

  /** A hash for each word: what stands between letters and digits does not count. */
  private static List<Long> hashes(String line, int most) {
    String text = Normalizer.normalize(line, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    List<Long> words = new ArrayList<>();
    long word = 0;
    for (int i = 0;
        i < text.length() && words.size() < most;
        i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      boolean alone = Character.isIdeographic(c); // written without spaces
      if (word != 0 && (alone || !Character.isLetterOrDigit(c))) {
        words.add(word);
        word = 0;
      }
      if (Character.isLetterOrDigit(c)) {
        word = ((word == 0 ? FNV_BASIS : word) ^ c) * FNV_PRIME;
      }
      if (alone) {
        words.add(word);
        word = 0;
      }
    }
    if (word != 0 && words.size() < most) {
      words.add(word);
    }
    return words;
  }
}
