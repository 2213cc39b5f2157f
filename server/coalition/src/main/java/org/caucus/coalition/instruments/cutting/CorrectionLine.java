package org.caucus.coalition.instruments.cutting;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.coalition.instruments.cutting.Segment.Kind;

/** Reads a correction from a line of a letter, in English, French or Arabic. */
final class CorrectionLine {
  private static final Pattern LINE =
      Pattern.compile("^\\s*(\\p{Nd}{1,5})\\s*[:.：]\\s*(\\S.{0,400}?)\\s*$");

  private static final Pattern LEVEL =
      Pattern.compile("^(?:level|niveau|مستوى|المستوى)\\s+(\\p{Nd}{1,2})$");

  private static final Pattern SPLIT =
      Pattern.compile(
          "^(?:split|couper|scinder|تقسيم|قسم)(?: at| à| عند)?\\s*[\"“«]\\s*(.+?)\\s*[\"”»]$");

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("partie", Kind.PART),
          Map.entry("chapitre", Kind.CHAPTER),
          Map.entry("alinéa", Kind.PARAGRAPH),
          Map.entry("annexe", Kind.SCHEDULE),
          Map.entry("préambule", Kind.PREAMBLE),
          Map.entry("définition", Kind.DEFINITION),
          Map.entry("tableau", Kind.TABLE),
          Map.entry("titre", Kind.HEADING),
          Map.entry("hors texte", Kind.FURNITURE),
          Map.entry("باب", Kind.PART),
          Map.entry("فصل", Kind.CHAPTER),
          Map.entry("فرع", Kind.SECTION),
          Map.entry("مادة", Kind.ARTICLE),
          Map.entry("فقرة", Kind.PARAGRAPH),
          Map.entry("بند", Kind.POINT),
          Map.entry("ملحق", Kind.SCHEDULE),
          Map.entry("ديباجة", Kind.PREAMBLE),
          Map.entry("تعريف", Kind.DEFINITION),
          Map.entry("جدول", Kind.TABLE),
          Map.entry("حاشية", Kind.NOTE),
          Map.entry("عنوان", Kind.HEADING),
          Map.entry("زائد", Kind.FURNITURE));

  private CorrectionLine() {}

  static Optional<Correction> parse(String words, Outline outline) {
    Matcher matcher = LINE.matcher(words);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int line = Integer.parseInt(Labels.digits(matcher.group(1)));
    Optional<Segment> segment = outline.line(line);
    return segment
        .flatMap(s -> parse(matcher.group(2), line, s, outline))
        .filter(c -> c.on(outline).isPresent());
  }

  private static Optional<Correction> parse(
      String said, int line, Segment segment, Outline outline) {
    String order = said.toLowerCase(Locale.ROOT);
    Matcher level = LEVEL.matcher(order);
    if (level.matches()) {
      return Optional.of(
          new Correction.Level(line, Integer.parseInt(Labels.digits(level.group(1)))));
    }
    Matcher split = SPLIT.matcher(said);
    if (split.matches()) {
      int at = outline.words(segment).indexOf(split.group(1), 1);
      return at < 0 ? Optional.empty() : Optional.of(new Correction.Split(line, at));
    }
    return switch (order) {
      case "join", "joindre", "ضم" -> Optional.of(new Correction.Join(line));
      case "deeper", "in", "plus bas", "أعمق" ->
          Optional.of(new Correction.Level(line, segment.level() + 1));
      case "out", "up", "plus haut", "أعلى" ->
          Optional.of(new Correction.Level(line, segment.level() - 1));
      default -> kind(order).map(kind -> new Correction.Becomes(line, kind));
    };
  }

  private static Optional<Kind> kind(String order) {
    for (Kind kind : Kind.values()) {
      if (Correction.word(kind).equals(order)) {
        return Optional.of(kind);
      }
    }
    return Optional.ofNullable(KINDS.get(order));
  }
}
