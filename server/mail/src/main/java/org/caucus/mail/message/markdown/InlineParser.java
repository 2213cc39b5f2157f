package org.caucus.mail.message.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.mail.message.markdown.Delimiters.Mark;
import org.jspecify.annotations.Nullable;

/** Reads the marks within the lines of one paragraph, from the left, each once. */
final class InlineParser {
  private static final String SIGNS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  /** Characters of the title that a link can have. */
  private static final int MAX_TITLE_CHARS = 1_000;

  /** The name of a picture that goes along: no address, and no path. */
  private static final Pattern OWN_FILE =
      Pattern.compile(
          "(?i)\\((?:<([^<>/\\\\:\n]{1,260}+)(?<=\\.(?:png|jpe?g|gif|webp))>"
              + "|([^\\s<>()/\\\\:]{1,260}+)(?<=\\.(?:png|jpe?g|gif|webp)))\\)");

  /** A piece of the line: text, something made, or a mark that may begin or end something. */
  private static final class Piece {
    private final @Nullable Inline made;
    private String text;
    private Inline.@Nullable Style begins;
    private Inline.@Nullable Style ends;

    Piece(String text) {
      this.made = null;
      this.text = text;
    }

    Piece(Inline made) {
      this.made = made;
      this.text = "";
    }
  }

  /** A square bracket that may begin a link. */
  private record Bracket(int piece, boolean picture) {}

  private final String text;
  private final PieceCount count;
  private final StringBuilder pending = new StringBuilder();
  private List<Piece> pieces = new ArrayList<>();
  private List<Mark> marks = new ArrayList<>();
  private final List<Bracket> brackets = new ArrayList<>();
  private int noLinkBelow;
  private @Nullable Map<Integer, Deque<Integer>> ticks;
  private int at;

  private InlineParser(String text, PieceCount count) {
    this.text = text;
    this.count = count;
  }

  /** What a paragraph's words are. */
  static List<Inline> parse(String text, PieceCount count) {
    InlineParser parser = new InlineParser(text, count);
    while (parser.at < text.length()) {
      parser.next();
    }
    parser.flush();
    return parser.built(parser.pieces, parser.marks);
  }

  private void next() {
    char c = text.charAt(at);
    switch (c) {
      case '\n' -> add(new Inline.LineBreak(), 1);
      case '\\' -> escape();
      case '`' -> code();
      case '*', '_' -> marks(c);
      case '~' -> strikes();
      case '[' -> bracket(1, false);
      case '!' -> picture();
      case ']' -> close();
      case '<' -> angle();
      case 'h', 'H' -> bareLink();
      default -> literal(1);
    }
  }

  private void literal(int chars) {
    pending.append(text, at, at + chars);
    at += chars;
  }

  private void flush() {
    if (!pending.isEmpty()) {
      count.one();
      pieces.add(new Piece(pending.toString()));
      pending.setLength(0);
    }
  }

  private void add(Inline made, int chars) {
    flush();
    count.one();
    pieces.add(new Piece(made));
    at += chars;
  }

  private void escape() {
    char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (after == '\n') {
      add(new Inline.LineBreak(), 2);
    } else if (SIGNS.indexOf(after) >= 0) {
      pending.append(after);
      at += 2;
    } else {
      literal(1);
    }
  }

  private int run(char sign, int from) {
    int to = from;
    while (to < text.length() && text.charAt(to) == sign) {
      to++;
    }
    return to - from;
  }

  private void code() {
    int run = run('`', at);
    Deque<Integer> same = ticks().getOrDefault(run, new ArrayDeque<>());
    while (!same.isEmpty() && same.getFirst() <= at) {
      same.removeFirst();
    }
    if (same.isEmpty()) {
      literal(run);
      return;
    }
    int end = same.getFirst();
    String inside = text.substring(at + run, end).replace('\n', ' ');
    boolean padded = inside.startsWith(" ") && inside.endsWith(" ") && !inside.isBlank();
    add(
        new Inline.Code(padded ? inside.substring(1, inside.length() - 1) : inside),
        end + run - at);
  }

  /** Where runs of so many backticks stand. */
  private Map<Integer, Deque<Integer>> ticks() {
    Map<Integer, Deque<Integer>> known = ticks;
    if (known == null) {
      known = new HashMap<>();
      for (int i = text.indexOf('`'); i >= 0; ) {
        int run = run('`', i);
        known.computeIfAbsent(run, _ -> new ArrayDeque<>()).add(i);
        i = text.indexOf('`', i + run);
      }
      ticks = known;
    }
    return known;
  }

  private void marks(char sign) {
    int run = run(sign, at);
    boolean[] can = can(sign == '*', run);
    for (int i = 0; i < run; i++) {
      mark(String.valueOf(sign), new Mark(sign, run, 0, can[0], can[1]));
    }
    at += run;
  }

  private void strikes() {
    int run = run('~', at);
    if (run < 2) {
      literal(run);
      return;
    }
    boolean[] can = can(true, run);
    pending.append(run % 2 == 1 ? "~" : "");
    for (int i = 0; i < run / 2; i++) {
      mark("~~", new Mark('~', 0, 0, can[0], can[1]));
    }
    at += run;
  }

  private void mark(String written, Mark mark) {
    flush();
    count.one();
    mark.piece = pieces.size();
    pieces.add(new Piece(written));
    marks.add(mark);
  }

  /** Whether a run of marks can begin something, and whether it can end something. */
  private boolean[] can(boolean inWords, int run) {
    int before = at == 0 ? ' ' : text.codePointBefore(at);
    int after = at + run < text.length() ? text.codePointAt(at + run) : ' ';
    boolean left = !isBlank(after) && (!isSign(after) || isBlank(before) || isSign(before));
    boolean right = !isBlank(before) && (!isSign(before) || isBlank(after) || isSign(after));
    return new boolean[] {
      left && (inWords || !right || isSign(before)), right && (inWords || !left || isSign(after))
    };
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isSign(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }

  private void bracket(int chars, boolean picture) {
    flush();
    brackets.add(new Bracket(pieces.size(), picture));
    literal(chars);
    flush();
  }

  private void picture() {
    if (at + 1 < text.length() && text.charAt(at + 1) == '[') {
      bracket(2, true);
    } else {
      literal(1);
    }
  }

  /** A link, if what its bracket and those after it hold is one. */
  private void close() {
    if (brackets.isEmpty()) {
      literal(1);
      return;
    }
    boolean dead = brackets.size() <= noLinkBelow;
    Bracket opener = brackets.removeLast();
    noLinkBelow = Math.min(noLinkBelow, brackets.size());
    Matcher file = OWN_FILE.matcher(text).region(at + 1, text.length());
    if (opener.picture() && file.lookingAt()) {
      flush();
      String says = Inline.words(inside(opener)).replace('\n', ' ');
      pieces.add(new Piece(new Inline.Picture(says, name(file))));
      at = file.end();
      return;
    }
    LinkTarget found =
        dead && !opener.picture() ? null : LinkTarget.at(text, at + 1, MAX_TITLE_CHARS);
    if (found == null) {
      literal(1);
      return;
    }
    flush();
    link(opener, found);
    at = found.end();
  }

  private static String name(Matcher file) {
    return file.group(1) == null ? file.group(2) : file.group(1);
  }

  private void link(Bracket opener, LinkTarget found) {
    List<Inline> words = inside(opener).stream().map(InlineParser::flat).toList();
    pieces.add(
        new Piece(
            words.isEmpty()
                ? Inline.Link.bare(found.href(), found.href())
                : new Inline.Link(found.href(), words)));
    if (!found.title().isBlank()) {
      pieces.add(new Piece(new Inline.Text(" (" + found.title().replace('\n', ' ') + ")")));
    }
    noLinkBelow = opener.picture() ? noLinkBelow : brackets.size();
  }

  /** Takes what stands since a bracket out of the line. */
  private List<Inline> inside(Bracket opener) {
    int from = opener.piece() + 1;
    List<Piece> inside = new ArrayList<>(pieces.subList(from, pieces.size()));
    int mark = marks.size();
    while (mark > 0 && marks.get(mark - 1).piece >= from) {
      mark--;
    }
    List<Mark> within = new ArrayList<>(marks.subList(mark, marks.size()));
    within.forEach(m -> m.piece -= from);
    marks = cut(marks, mark);
    pieces = cut(pieces, opener.piece());
    return built(inside, within);
  }

  private static <T> List<T> cut(List<T> all, int to) {
    all.subList(to, all.size()).clear();
    return all;
  }

  /** No link stands in a link. */
  private static Inline flat(Inline one) {
    return switch (one) {
      case Inline.Link l -> new Inline.Text(Inline.words(l.inside()));
      case Inline.Styled s ->
          new Inline.Styled(s.style(), s.inside().stream().map(InlineParser::flat).toList());
      default -> one;
    };
  }

  private void angle() {
    int end = text.indexOf('>', at, Math.min(text.length(), at + Links.MAX_CHARS));
    String inside = end < 0 ? "" : text.substring(at + 1, end);
    Optional<String> href = Links.target(inside).or(() -> Links.target("mailto:" + inside));
    if (href.isPresent()) {
      add(Inline.Link.bare(href.get(), inside), end + 1 - at);
    } else {
      literal(1);
    }
  }

  private void bareLink() {
    Optional<String> href =
        text.regionMatches(true, at, "http", 0, 4) ? Links.at(text, at) : Optional.empty();
    if (href.isPresent()) {
      add(Inline.Link.bare(href.get(), href.get()), href.get().length());
    } else {
      literal(1);
    }
  }

  private List<Inline> built(List<Piece> line, List<Mark> signs) {
    Delimiters.pair(signs);
    for (int i = signs.size() - 1; i >= 0; i--) {
      if (signs.get(i).end >= 0) {
        i -= style(line, signs, i) ? 1 : 0;
      }
    }
    return new Building(line).all();
  }

  /** Makes a style of two marks that belong together; of four where two and two stand together. */
  private static boolean style(List<Piece> line, List<Mark> signs, int at) {
    Mark begin = signs.get(at);
    Mark end = signs.get(begin.end);
    boolean strong = begin.sign != '~' && isStrong(signs, at);
    Inline.Style style =
        begin.sign == '~'
            ? Inline.Style.STRIKETHROUGH
            : strong ? Inline.Style.STRONG : Inline.Style.EMPHASIS;
    Piece opens = line.get(begin.piece);
    Piece closes = line.get(end.piece);
    opens.begins = style;
    closes.ends = style;
    opens.text = "";
    closes.text = "";
    if (strong) {
      line.get(signs.get(at - 1).piece).text = "";
      line.get(signs.get(begin.end + 1).piece).text = "";
    }
    return strong;
  }

  private static boolean isStrong(List<Mark> signs, int at) {
    Mark begin = signs.get(at);
    if (at == 0 || signs.get(at - 1).end != begin.end + 1) {
      return false;
    }
    Mark outer = signs.get(at - 1);
    return outer.sign == begin.sign
        && outer.piece == begin.piece - 1
        && signs.get(begin.end + 1).piece == signs.get(begin.end).piece + 1;
  }

  /** Puts the pieces of a line into one another. */
  private static final class Building {
    private final Deque<List<Inline>> open = new ArrayDeque<>();
    private final StringBuilder words = new StringBuilder();

    Building(List<Piece> line) {
      open.push(new ArrayList<>());
      line.forEach(this::take);
    }

    List<Inline> all() {
      say();
      return open.getFirst();
    }

    private void say() {
      if (!words.isEmpty()) {
        open.getFirst().addAll(Links.mailboxes(words.toString()));
        words.setLength(0);
      }
    }

    private void take(Piece piece) {
      if (piece.begins != null) {
        begin();
      } else if (piece.ends != null) {
        end(piece.ends);
      } else if (piece.made != null) {
        say();
        open.getFirst().add(piece.made);
      } else {
        words.append(piece.text);
      }
    }

    private void begin() {
      say();
      open.push(new ArrayList<>());
      if (open.size() > Markdown.DEEPEST) {
        throw new Beyond();
      }
    }

    private void end(Inline.Style style) {
      say();
      List<Inline> inside = open.pop();
      open.getFirst().add(new Inline.Styled(style, inside));
    }
  }
}
