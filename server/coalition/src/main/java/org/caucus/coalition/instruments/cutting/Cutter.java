package org.caucus.coalition.instruments.cutting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.caucus.coalition.instruments.cutting.NumberPath.Step;
import org.caucus.coalition.instruments.cutting.Segment.Kind;
import org.caucus.coalition.instruments.cutting.TextOfRecord.Block;
import org.caucus.coalition.instruments.cutting.TextOfRecord.Style;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text of record into segments by its numbers and its headings. The same text is always cut
 * in the same way.
 *
 * <p>A stack holds what is open. Its ranks are those of the document: a number of a new shape is
 * inside what is open, one of an open shape is beside the last of that shape. {@code (i)} is a
 * letter after {@code (h)}, and roman where it opens something deeper.
 */
public final class Cutter {
  private static final Pattern DEFINED =
      Pattern.compile("^\\s*[\"“«„][^\"”»\n]{1,80}[\"”»].{0,40}?\\b(means|includes|has the).*");

  private static final Pattern DEFINED_ELSEWHERE =
      Pattern.compile(
          "^\\s*[\"“«„][^\"”»\n]{1,80}[\"”»].{0,40}?(désigne|signifie|significa|يقصد).*");

  /** The longest line that can be the heading of what follows. */
  private static final int HEADING = 80;

  /** The longest title of a part. */
  private static final int MOST_TITLE = 120;

  private final String text;
  private final List<Block> blocks;
  private final List<Segment> segments = new ArrayList<>();
  private final OpenLevels open;
  private final Contents contents;

  private boolean isBegun;

  private Cutter(TextOfRecord record) {
    this.text = record.text();
    this.blocks = record.blocks();
    this.open = new OpenLevels(text, blocks);
    this.contents = new Contents(text, blocks);
  }

  /** The outline of a text. */
  public static Outline cut(TextOfRecord record) {
    Cutter cutter = new Cutter(record);
    for (int i = 0; i < cutter.blocks.size(); i++) {
      cutter.block(i);
    }
    return Outline.named(record.text(), cutter.segments);
  }

  private void block(int index) {
    Block block = blocks.get(index);
    if (block.from() == block.to()) {
      return;
    }
    String words = text.substring(block.from(), block.to());
    if (words.isBlank() && !segments.isEmpty()) {
      lengthen(block.to());
    } else if (block.declared() != null) {
      declared(block, block.declared());
    } else if (block.style() == Style.FURNITURE || contents.holds(index)) {
      add(Kind.FURNITURE, open.depth() + 1, block.from(), block.to(), null);
    } else if (block.style() == Style.TABLE || block.style() == Style.NOTE) {
      Kind kind = block.style() == Style.TABLE ? Kind.TABLE : Kind.NOTE;
      add(kind, open.depth() + 1, block.from(), block.to(), null);
    } else {
      numbered(index, block, block.from(), true);
    }
  }

  private void declared(Block block, Kind kind) {
    open.declared(block.level());
    Step own = block.number() == null ? null : Numbered.step(kind, block.number());
    isBegun |= own != null;
    add(kind, Math.max(1, block.level()), block.from(), block.to(), own);
  }

  /** The block from {@code from}; after 3. there may be another number, as in 3. (1). */
  private void numbered(int index, Block block, int from, boolean isFirst) {
    boolean isHeading = block.style() == Style.HEADING;
    boolean isLoose = isHeading || block.number() != null;
    Optional<Numbered> found = Numbered.at(text, from, block.to(), isLoose && isFirst);
    Optional<OpenLevels.Level> level =
        found.flatMap(n -> isFirst ? open.enter(index, n) : open.enterWithin(index, n));
    if (level.isEmpty()) {
      if (isFirst) {
        unnumbered(index, block);
      }
      return;
    }
    isBegun |= !found.get().isBullet();
    int end = found.get().end();
    OpenLevels.Level at = level.get();
    Step own =
        at.kind() == null || found.get().isBullet()
            ? null
            : new Step(at.kind(), found.get().word(), found.get().label());
    Kind kind = at.kind() == null ? Kind.POINT : at.kind();
    if (isFirst) {
      add(kind, at.depth(), from, block.to(), own);
    } else {
      cutLast(from);
      add(kind, at.depth(), from, block.to(), own);
    }
    boolean mayHoldMore = !found.get().isBullet() && !isHeading && end < block.to();
    if (mayHoldMore && text.charAt(end) == '(') {
      numbered(index, block, end, false);
    }
  }

  private void unnumbered(int index, Block block) {
    if (block.style() == Style.HEADING) {
      int depth = open.heading(block.level());
      add(Kind.HEADING, depth, block.from(), block.to(), null);
      return;
    }
    Segment last = segments.isEmpty() ? null : segments.getLast();
    String words = text.substring(block.from(), block.to());
    boolean isDefinition =
        DEFINED.matcher(words.strip()).matches()
            || DEFINED_ELSEWHERE.matcher(words.strip()).matches();
    if (isDefinition) {
      add(Kind.DEFINITION, open.depth() + 1, block.from(), block.to(), null);
    } else if (last != null && isTitleOf(last, words)) {
      lengthen(block.to());
    } else if (isBegun && isHeadingOfNext(index, words)) {
      add(Kind.HEADING, open.unitDepth(), block.from(), block.to(), null);
    } else if (last != null && last.path() != null && !last.kind().isContainer()) {
      lengthen(block.to());
    } else {
      open.leaveBullets();
      boolean isBefore = !isBegun && open.isNumberedLater();
      add(
          isBefore ? Kind.PREAMBLE : Kind.PARAGRAPH,
          open.depth() + 1,
          block.from(),
          block.to(),
          null);
    }
  }

  /** Whether it ends as a sentence, or a part of one, does. */
  private static boolean isSentence(String words) {
    String line = words.strip();
    return !line.isEmpty() && ".;:,،؛".indexOf(line.charAt(line.length() - 1)) >= 0;
  }

  /** A short line before a number, as laws have them in the margin: Short title. */
  private boolean isHeadingOfNext(int index, String words) {
    int next = index + 1;
    boolean isShort = words.strip().length() <= HEADING && words.strip().lines().count() == 1;
    return isShort
        && !isSentence(words)
        && !Character.isLowerCase(words.strip().codePointAt(0))
        && next < blocks.size()
        && open.isUnit(blocks.get(next));
  }

  /** PART I, and its title on the next line. */
  private boolean isTitleOf(Segment last, String words) {
    boolean isTitle = words.strip().length() <= MOST_TITLE && !isSentence(words);
    boolean isBare = last.in(text).strip().lines().count() == 1;
    return last.path() != null && last.kind().isContainer() && isTitle && isBare;
  }

  private void add(Kind kind, int level, int from, int to, @Nullable Step own) {
    NumberPath path = own == null ? null : NumberPath.of(List.of(own));
    segments.add(new Segment(kind, level, from, to, path));
  }

  private void lengthen(int to) {
    Segment last = segments.removeLast();
    segments.add(last.between(last.from(), to));
  }

  private void cutLast(int at) {
    Segment last = segments.removeLast();
    segments.add(last.between(last.from(), at));
  }
}
