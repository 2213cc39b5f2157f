package org.caucus.mail.message;

import java.util.ArrayList;
import java.util.List;
import org.caucus.mail.message.text.ReadableText;

/**
 * All words of a letter, also those its reader is not shown: each alternative, text files, and
 * letters within the letter. For the person who must know what a letter carries along.
 */
public final class LetterFullText {
  /** Letters within letters that are looked into. */
  static final int MAX_DEPTH = 3;

  /** Characters of all texts together. */
  static final int MAX_CHARS = 1_000_000;

  private final List<String> texts = new ArrayList<>();
  private int chars;

  private LetterFullText() {}

  /** The texts of a letter, one for each part with words. */
  public static List<String> of(RawLetter letter) {
    return letter.words(LetterFullText::readIn);
  }

  private static List<String> readIn(RawLetter letter) {
    LetterFullText words = new LetterFullText();
    words.read(letter, 0);
    return List.copyOf(words.texts);
  }

  /** The source of its pages: what stands in the addresses of links is in no text. */
  public static List<String> markup(RawLetter letter) {
    return LetterParser.textsOf(letter).stream()
        .filter(MimePart::isHtml)
        .map(MimePart::asText)
        .toList();
  }

  private void read(RawLetter letter, int depth) {
    for (MimePart part : LetterParser.textsOf(letter)) {
      if (!part.isLetter()) {
        add(ReadableText.tidy(part.plainWords()));
      } else if (depth < MAX_DEPTH) {
        RawLetter inside = RawLetter.within(letter, part.kept());
        inside.value("Subject").ifPresent(this::add);
        read(inside, depth + 1);
      }
    }
  }

  private void add(String text) {
    String fits = text.substring(0, Math.min(text.length(), MAX_CHARS - chars));
    if (!fits.isBlank()) {
      chars += fits.length();
      texts.add(fits);
    }
  }
}
