package org.caucus.coalition.instruments.cutting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.caucus.coalition.instruments.cutting.Segment.Kind;
import org.caucus.coalition.instruments.cutting.TextOfRecord.Block;
import org.caucus.coalition.instruments.cutting.TextOfRecord.Style;
import org.jspecify.annotations.Nullable;

/** What is open while a text is cut, from the outermost: a stack whose ranks the text teaches. */
final class OpenLevels {
  /** Lines that are looked at to tell a letter from a roman numeral. */
  private static final int AHEAD = 40;

  /** How far a number may jump and still go on with a list: an item may have been repealed. */
  private static final int JUMP = 5;

  private static final int BARE = 20;

  /**
   * Where a number stands.
   *
   * @param kind null for bullets
   */
  record Level(int depth, @Nullable Kind kind) {}

  private record Entry(String key, int rank, int heading, int item, int value, Kind kind) {
    boolean isHeading() {
      return heading > 0;
    }
  }

  private final String text;
  private final List<Block> blocks;
  private final List<Entry> stack = new ArrayList<>();

  /** Words of division in the order in which the text first has them. */
  private final List<String> divisions = new ArrayList<>();

  /** The last value of each shape: sections are often counted on from part to part. */
  private final Map<String, Integer> lastOf = new HashMap<>();

  private final boolean isWorded;
  private final boolean isNumbered;
  private int declared;

  OpenLevels(String text, List<Block> blocks) {
    this.text = text;
    this.blocks = blocks;
    boolean articles = false;
    boolean numbers = false;
    for (Block block : blocks) {
      Optional<Numbered> found = number(block);
      numbers |= found.isPresent() && !found.get().isBullet();
      articles |= found.filter(n -> isUnit(n)).isPresent();
    }
    this.isWorded = articles;
    this.isNumbered = numbers;
  }

  /** Whether a block begins a section or an article, in figures or in words. */
  boolean isUnit(Block block) {
    Optional<Numbered> found = number(block);
    return block.style() == Style.PARAGRAPH
        && found.filter(n -> isUnit(n) || n.shape().equals("1.")).isPresent();
  }

  /** The depth of what is directly in the part or the heading that is open. */
  int unitDepth() {
    int depth = 0;
    while (depth < stack.size() && isHolder(stack.get(depth))) {
      depth++;
    }
    return depth + 1;
  }

  private static boolean isUnit(Numbered number) {
    return number.family() != null
        && (number.family().kind() == Kind.ARTICLE || number.family().kind() == Kind.SECTION);
  }

  private Optional<Numbered> number(Block block) {
    boolean isLoose = block.style() == Style.HEADING || block.number() != null;
    return Numbered.at(text, block.from(), block.to(), isLoose);
  }

  int depth() {
    return Math.max(stack.size(), declared);
  }

  /** Whether the text has numbers at all. */
  boolean isNumberedLater() {
    return isNumbered;
  }

  void declared(int level) {
    declared = level;
  }

  /** Opens a heading without a number, and answers its depth. */
  int heading(int level) {
    int rank = Math.max(1, level);
    stack.removeIf(e -> e.heading() >= rank || !(e.isHeading() || isHolder(e)));
    stack.add(new Entry("heading", rank, rank, 0, 0, Kind.HEADING));
    return stack.size();
  }

  void leaveBullets() {
    while (!stack.isEmpty() && stack.getLast().key().equals("bullet")) {
      stack.removeLast();
    }
  }

  /** Opens the number of a block; empty if it is no number here, but prose that looks like one. */
  Optional<Level> enter(int index, Numbered number) {
    Block block = blocks.get(index);
    int heading = block.style() == Style.HEADING ? Math.max(1, block.level()) : 0;
    int item = block.style() == Style.ITEM ? Math.max(1, block.level()) : 0;
    Reading reading = reading(index, number);
    boolean isSure = heading > 0 || item > 0 || block.number() != null || number.family() != null;
    if (!isSure
        && !number.isBullet()
        && isWeak(number)
        && !continues(reading, isBetween(number.label()))) {
      return Optional.empty();
    }
    return Optional.of(push(reading, number, heading, item));
  }

  /** A second number on the same line opens what is inside the first; only a first one can. */
  Optional<Level> enterWithin(int index, Numbered number) {
    Reading reading = reading(index, number);
    boolean opens = reading.value() == 1 && number.shape().endsWith("()");
    return opens ? Optional.of(push(reading, number, 0, 0)) : Optional.empty();
  }

  /** Neither in brackets nor with dots inside: an initial, a year or an amount may look like it. */
  private static boolean isWeak(Numbered number) {
    return !number.shape().endsWith("()") && !number.shape().contains(".1");
  }

  private boolean continues(Reading reading, boolean isBetween) {
    if (reading.value() == 1 || (!stack.isEmpty() && stack.getLast().kind().isContainer())) {
      return true;
    }
    int last = lastOf.getOrDefault(reading.key(), Integer.MIN_VALUE);
    // 34A comes after 34.
    return reading.value() + (isBetween ? 1 : 0) > last && reading.value() <= last + JUMP;
  }

  private static boolean isBetween(String label) {
    return label.length() > 1
        && Character.isDigit(label.charAt(0))
        && Character.isLetter(label.charAt(label.length() - 1));
  }

  /** A number with its figures decided. */
  private record Reading(String key, int value) {}

  private Reading reading(int index, Numbered number) {
    if (number.family() != null) {
      return new Reading(division(number, number.family()), value(number.label()));
    }
    boolean isLetters = number.shape().startsWith("a") || number.shape().startsWith("A");
    if (number.isBullet() || !isLetters) {
      return new Reading(number.shape(), value(number.label()));
    }
    int letter = Labels.letter(number.label());
    int roman = Labels.roman(number.label());
    boolean isRoman = roman > 0 && (letter == 0 || isRoman(index, number, letter, roman));
    return isRoman ? new Reading("i" + number.shape(), roman) : new Reading(number.shape(), letter);
  }

  /** The innermost open list that it goes on with decides; then what comes next; then its value. */
  private boolean isRoman(int index, Numbered number, int letter, int roman) {
    String asRoman = "i" + number.shape();
    for (int i = stack.size() - 1; i >= 0; i--) {
      Entry entry = stack.get(i);
      if (entry.key().equals(asRoman) && entry.value() + 1 == roman) {
        return true;
      }
      if (entry.key().equals(number.shape()) && entry.value() + 1 == letter) {
        return roman == 1 && nextIs(index, number, "ii");
      }
    }
    return roman == 1 || (roman > 1 && letter > 1 && isOpen(asRoman) && !isOpen(number.shape()));
  }

  private boolean isOpen(String key) {
    return stack.stream().anyMatch(e -> e.key().equals(key));
  }

  private boolean nextIs(int index, Numbered number, String label) {
    int last = Math.min(blocks.size(), index + 1 + AHEAD);
    for (int i = index + 1; i < last; i++) {
      Optional<Numbered> next = number(blocks.get(i));
      if (next.isPresent() && next.get().shape().equals(number.shape())) {
        return next.get().label().equalsIgnoreCase(label);
      }
    }
    return false;
  }

  private static int value(String label) {
    String own = label.substring(label.lastIndexOf('.') + 1);
    String figures = own.replaceAll("[^0-9]", "");
    if (!figures.isEmpty()) {
      return Integer.parseInt(figures.substring(0, Math.min(6, figures.length())));
    }
    return Math.max(Labels.roman(own), Labels.letter(own));
  }

  /** Part, title and chapter are told apart by their words, others by their kind. */
  private String division(Numbered number, Family family) {
    String key =
        family.rank() == Family.DIVISION
            ? family.kind() + " " + number.word().toLowerCase(Locale.ROOT)
            : family.kind() + " " + family.rank();
    if (family.rank() == Family.DIVISION && !divisions.contains(key)) {
      divisions.add(key);
    }
    return key;
  }

  private int rank(Numbered number, String key) {
    if (number.family() == null) {
      return BARE;
    }
    int rank = number.family().rank();
    return rank == Family.DIVISION ? rank + Math.min(2, divisions.indexOf(key)) : rank;
  }

  private Level push(Reading reading, Numbered number, int heading, int item) {
    int rank = rank(number, reading.key());
    if (rank < BARE) {
      leaveRanks(rank, heading);
    } else if (heading > 0) {
      leaveHeadings(reading, heading);
    } else {
      leaveItems(reading, item);
    }
    Kind kind = kind(number, reading);
    stack.add(new Entry(reading.key(), rank, heading, item, reading.value(), kind));
    lastOf.put(reading.key(), reading.value());
    return new Level(stack.size(), number.isBullet() ? null : kind);
  }

  /** A worded number is beside the last of its rank, and ends all that is deeper. */
  private void leaveRanks(int rank, int heading) {
    int keep = 0;
    for (int i = 0; i < stack.size(); i++) {
      Entry entry = stack.get(i);
      boolean isOuterHeading =
          entry.key().equals("heading") && (heading == 0 || entry.heading() < heading);
      if ((entry.rank() < rank && entry.rank() < BARE && !entry.key().equals("heading"))
          || isOuterHeading) {
        keep = i + 1;
      } else {
        break;
      }
    }
    cut(keep);
  }

  private void leaveHeadings(Reading reading, int heading) {
    int keep = 0;
    for (int i = 0; i < stack.size(); i++) {
      Entry entry = stack.get(i);
      boolean isOuter =
          entry.heading() < heading
              ? entry.isHeading() || entry.rank() < BARE
              : entry.heading() == heading
                  && entry.rank() < BARE
                  && !entry.key().equals("heading")
                  && !entry.key().equals(reading.key());
      if (!isOuter) {
        break;
      }
      keep = i + 1;
    }
    cut(keep);
  }

  private void leaveItems(Reading reading, int item) {
    if (item > 0) {
      while (!stack.isEmpty() && stack.getLast().item() > item) {
        stack.removeLast();
      }
    }
    int same = beside(reading, item);
    if (same >= 0) {
      cut(same);
    } else if (reading.key().startsWith("1.1")) {
      leaveDotted(reading.key());
    } else if (item > 0 && !stack.isEmpty() && stack.getLast().item() == item) {
      boolean isInside =
          order(reading.key()) > order(stack.getLast().key()) && reading.value() == 1;
      if (!isInside) {
        stack.removeLast();
      }
    }
  }

  /** The open entry that a number goes on with; -1 if it opens something. */
  private int beside(Reading reading, int item) {
    for (int i = stack.size() - 1; i >= 0; i--) {
      Entry entry = stack.get(i);
      if (entry.key().equals(reading.key())
          && (item == 0 || entry.item() == 0 || entry.item() == item)) {
        return i;
      }
    }
    return -1;
  }

  /** 3.1 is not inside 2.1.1. */
  private void leaveDotted(String key) {
    for (int i = 0; i < stack.size(); i++) {
      String other = stack.get(i).key();
      if (other.startsWith("1.1") && other.length() > key.length()) {
        cut(i);
        return;
      }
    }
  }

  private static int order(String key) {
    if (key.equals("bullet")) {
      return 5;
    }
    return key.startsWith("i") ? 4 : key.startsWith("a") || key.startsWith("A") ? 3 : 2;
  }

  private Kind kind(Numbered number, Reading reading) {
    if (number.family() != null) {
      return number.family().kind();
    }
    boolean isFirst = stack.stream().allMatch(OpenLevels::isHolder);
    boolean isFigure = reading.key().startsWith("1");
    if (isFirst && isFigure && !isWorded && !isInSchedule()) {
      return Kind.SECTION;
    }
    boolean isCapital = reading.key().startsWith("A") || reading.key().startsWith("iA");
    if (isFirst && isCapital && reading.key().endsWith(".")) {
      return Kind.CHAPTER;
    }
    return isFigure ? Kind.PARAGRAPH : Kind.POINT;
  }

  private boolean isInSchedule() {
    return stack.stream().anyMatch(e -> e.kind() == Kind.SCHEDULE);
  }

  private static boolean isHolder(Entry entry) {
    return entry.kind().isContainer() || entry.kind() == Kind.HEADING;
  }

  private void cut(int size) {
    while (stack.size() > size) {
      stack.removeLast();
    }
  }
}
