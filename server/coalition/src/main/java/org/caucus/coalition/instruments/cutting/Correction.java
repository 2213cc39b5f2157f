package org.caucus.coalition.instruments.cutting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.caucus.coalition.instruments.cutting.Segment.Kind;

/** One change to an outline. Lines are counted from 1. */
public sealed interface Correction {
  /** The deepest level that a person can set. */
  int DEEPEST = 12;

  /** The line of the outline that it changes. */
  int line();

  /** The outline with it; empty if it cannot be done there. */
  Optional<Outline> on(Outline outline);

  /** The same for another line. */
  Correction at(int other);

  /** Deeper or further out: that line alone. */
  record Level(int line, int level) implements Correction {
    @Override
    public Optional<Outline> on(Outline outline) {
      boolean isLevel = level >= 1 && level <= DEEPEST;
      return isLevel ? replaced(outline, line, s -> s.at(level)) : Optional.empty();
    }

    @Override
    public Correction at(int other) {
      return new Level(other, level);
    }
  }

  /** In two: the second begins at {@code offset} units from the beginning of the first. */
  record Split(int line, int offset) implements Correction {
    @Override
    public Optional<Outline> on(Outline outline) {
      return outline
          .line(line)
          .filter(s -> offset > 0 && offset < s.to() - s.from())
          .filter(s -> !isInsideCharacter(outline.text(), s.from() + offset))
          .map(s -> split(outline, s));
    }

    private Outline split(Outline outline, Segment segment) {
      int at = segment.from() + offset;
      Optional<Numbered> number = Numbered.at(outline.text(), at, segment.to(), false);
      Segment second = new Segment(segment.kind(), segment.level(), at, segment.to(), null);
      if (number.isPresent() && !number.get().isBullet()) {
        Kind kind = number.get().family() == null ? segment.kind() : number.get().family().kind();
        NumberPath.Step own = new NumberPath.Step(kind, number.get().word(), number.get().label());
        second = second.with(kind).named(NumberPath.of(List.of(own)));
      }
      List<Segment> segments = new ArrayList<>(outline.segments());
      segments.set(line - 1, segment.between(segment.from(), at));
      segments.add(line, second);
      return Outline.named(outline.text(), segments);
    }

    private static boolean isInsideCharacter(String text, int at) {
      return Character.isLowSurrogate(text.charAt(at))
          && Character.isHighSurrogate(text.charAt(at - 1));
    }

    @Override
    public Correction at(int other) {
      return new Split(other, offset);
    }
  }

  /** With the line before it. */
  record Join(int line) implements Correction {
    @Override
    public Optional<Outline> on(Outline outline) {
      if (line < 2 || line > outline.segments().size()) {
        return Optional.empty();
      }
      List<Segment> segments = new ArrayList<>(outline.segments());
      Segment second = segments.remove(line - 1);
      Segment first = segments.get(line - 2);
      segments.set(line - 2, first.between(first.from(), second.to()));
      return Optional.of(Outline.named(outline.text(), segments));
    }

    @Override
    public Correction at(int other) {
      return new Join(other);
    }
  }

  /** Another kind. Furniture has no number. */
  record Becomes(int line, Kind kind) implements Correction {
    @Override
    public Optional<Outline> on(Outline outline) {
      return replaced(
          outline, line, s -> kind == Kind.FURNITURE ? s.with(kind).named(null) : s.with(kind));
    }

    @Override
    public Correction at(int other) {
      return new Becomes(other, kind);
    }
  }

  private static Optional<Outline> replaced(
      Outline outline, int line, java.util.function.UnaryOperator<Segment> change) {
    if (outline.line(line).isEmpty()) {
      return Optional.empty();
    }
    List<Segment> segments = new ArrayList<>(outline.segments());
    segments.set(line - 1, change.apply(segments.get(line - 1)));
    return Optional.of(Outline.named(outline.text(), segments));
  }

  /**
   * Reads a line of a letter: {@code 12: level 2}, {@code 12: deeper}, {@code 12: out}, {@code 13:
   * join}, {@code 12: furniture}, {@code 12: split at "(b)"}, {@code 12: article}. Empty if the
   * line is not a correction, or this outline does not allow it.
   */
  static Optional<Correction> parse(String words, Outline outline) {
    return CorrectionLine.parse(words, outline);
  }

  /** The name of a kind in a letter. */
  static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
