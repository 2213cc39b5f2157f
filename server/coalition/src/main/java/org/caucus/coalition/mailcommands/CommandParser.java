package org.caucus.coalition.mailcommands;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.subscriptions.MailPause;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.kernel.Message;
import org.caucus.mail.reply.CourtesyPhrases;
import org.caucus.mail.reply.MobileSignature;
import org.caucus.mail.reply.ReplyText;
import org.caucus.mail.reply.VisibleLine;
import org.caucus.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * Reads the orders of a letter, one a line. Empty lines and quoted ones are no orders; {@code end},
 * a signature, also that of a phone, or the line that introduces a quoted letter ends them. A
 * letter without any in its text has one in its subject; one that has none at all asks for help.
 */
public final class CommandParser {
  /** Most orders of one letter. */
  public static final int MAX_ORDERS = 50;

  /** Most characters of one line. */
  public static final int MAX_LINE_CHARS = 500;

  /** Most posts that one letter can ask for as letters of their own. */
  public static final int MAX_GETS = 10;

  /** Most searches of one letter. */
  public static final int MAX_SEARCHES = 5;

  /** The same for a list that is not there and for one that cannot be read. */
  public static final Message NO_LIST = Message.of("orders.no-list");

  /** Posts that an index has when nothing is said. */
  static final int USUAL_POSTS = 20;

  /** Most posts of an index. */
  public static final int MAX_POSTS = 200;

  /** Characters from which on a line may have been broken in two. */
  private static final int LONG_CHARS = 40;

  /** Rules, and what some programs make of two hyphens: no order begins so. */
  private static final List<String> RULES = List.of("--", "__", "—", "–", "==", "**");

  /** What stands above a letter that is quoted without marks, as Outlook does. */
  private static final List<String> QUOTED_HEADS =
      List.of("from:", "from :", "de :", "de:", "von:", "من:");

  /** Two days with what stands between them, be it apart. */
  private static final Pattern RANGE = Pattern.compile("\\s{0,4}(?:\\.\\.\\.?|…|‥)\\s{0,4}");

  private static final Map<String, Delivery> MODES =
      Map.of(
          "each", Delivery.EACH,
          "digest", Delivery.DIGEST,
          "mime-digest", Delivery.MIME_DIGEST,
          "summary", Delivery.SUMMARY,
          "special", Delivery.SPECIAL,
          "none", Delivery.NONE);

  private static final Map<String, NotificationChannel> WAYS =
      Map.of(
          "each", NotificationChannel.AT_ONCE,
          "digest", NotificationChannel.DIGEST,
          "web", NotificationChannel.WEB,
          "none", NotificationChannel.MUTE);

  private CommandParser() {}

  /**
   * One line that was read.
   *
   * @param order null if it is not one
   * @param fault why it is not one; null if it is one
   */
  public record Read(String text, @Nullable MailCommand order, @Nullable Message fault) {}

  /** A line that cannot be read. */
  private static final class Unread extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message why;

    Unread(Message why) {
      super(null, null, false, false);
      this.why = why;
    }
  }

  /**
   * The orders of a letter.
   *
   * @param list the list whose address it came to; empty for the workspace's
   */
  public static List<Read> read(String text, String subject, String list) {
    List<String> lines = lines(text);
    if (lines.isEmpty() && !subject.isBlank()) {
      lines = List.of(VisibleLine.line(subject));
    }
    if (lines.isEmpty()) {
      lines = List.of("help");
    }
    List<Read> read = new ArrayList<>();
    int gets = 0;
    int searches = 0;
    for (String line : lines) {
      Read one = line(line, list);
      searches += one.order() instanceof MailCommand.Search ? 1 : 0;
      if (one.order() instanceof MailCommand.Search && searches > MAX_SEARCHES) {
        one = new Read(one.text(), null, CommandMessages.TOO_MANY_SEARCHES);
      }
      gets += one.order() instanceof MailCommand.Get ? 1 : 0;
      boolean tooMany = one.order() instanceof MailCommand.Get && gets > MAX_GETS;
      read.add(tooMany ? new Read(one.text(), null, CommandMessages.TOO_MANY_GETS) : one);
      if (read.size() > MAX_ORDERS) {
        read.set(MAX_ORDERS, new Read(cut(line), null, CommandMessages.TOO_MANY));
        break;
      }
    }
    return List.copyOf(read);
  }

  private static List<String> lines(String text) {
    List<String> all = ReplyText.of(text).lines().map(VisibleLine::line).toList();
    List<String> found = new ArrayList<>();
    int first = all.size() > 1 && CourtesyPhrases.isGreeting(all.getFirst()) ? 1 : 0;
    for (int i = first; i < all.size() && found.size() <= MAX_ORDERS; i++) {
      String line = all.get(i);
      if (endsBefore(line) || introduces(all, i) || isFarewell(all, i)) {
        break;
      }
      if (!line.isEmpty() && !line.startsWith(">")) {
        found.add(line);
      }
    }
    return found;
  }

  /** What people put below what they ask for. */
  private static boolean isFarewell(List<String> all, int at) {
    return at > 0 && !all.get(at).isEmpty() && CourtesyPhrases.isEnd(all.subList(at, all.size()));
  }

  private static boolean endsBefore(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    return ParsedCommandLine.isEnd(line)
        || RULES.stream().anyMatch(lower::startsWith)
        || QUOTED_HEADS.stream().anyMatch(lower::startsWith)
        || MobileSignature.isOne(line);
  }

  /** Whether mail programs put such a line above what they quote; some break a long one in two. */
  private static boolean introduces(List<String> all, int at) {
    String line = all.get(at).strip();
    boolean broken =
        line.length() >= LONG_CHARS
            && (at == 0 || all.get(at - 1).isBlank())
            && isAbove(all, at + 1);
    return broken || isAbove(all, at);
  }

  private static boolean isAbove(List<String> all, int at) {
    return at < all.size()
        && all.get(at).strip().endsWith(":")
        && all.subList(at + 1, all.size()).stream()
            .filter(l -> !l.isBlank())
            .findFirst()
            .filter(l -> l.startsWith(">"))
            .isPresent();
  }

  private static Read line(String line, String list) {
    if (line.length() > MAX_LINE_CHARS) {
      return new Read(cut(line), null, CommandMessages.TOO_LONG);
    }
    String here = list.isEmpty() ? "" : MailCommand.HERE + list;
    try {
      return new Read(line, order(words(line), here), null);
    } catch (Unread e) {
      return new Read(line, null, e.why);
    }
  }

  private static String[] words(String line) {
    String[] read = ParsedCommandLine.of(line);
    return read[0].equals("suspend")
        ? ParsedCommandLine.of(RANGE.matcher(line).replaceAll(".."))
        : read;
  }

  private static String cut(String line) {
    return line.length() <= MAX_LINE_CHARS ? line : line.substring(0, MAX_LINE_CHARS - 1) + "…";
  }

  private static MailCommand order(String[] words, String here) {
    String verb = words[0].toLowerCase(Locale.ROOT);
    return switch (verb) {
      case "help" -> alone(words, new MailCommand.Help());
      case "lists" -> alone(words, new MailCommand.Lists());
      case "which" -> alone(words, new MailCommand.Which());
      case "set" -> set(words, here);
      case "join", "subscribe" -> new MailCommand.Join(named(words, 1, here, CommandMessages.JOIN));
      case "search" -> search(words);
      case "leave", "unsubscribe" ->
          new MailCommand.SetMode(named(words, 1, here, CommandMessages.LEAVE), Delivery.NONE);
      case "hear" -> hear(words);
      case "suspend" -> new MailCommand.Suspend(orAll(words, 2, here), pause(words));
      case "resume" -> new MailCommand.Resume(orAll(words, 1, here));
      case "who" -> new MailCommand.Who(orAll(words, 1, here));
      case "why" -> new MailCommand.Why(id(words, CommandMessages.WHY));
      case "get" -> new MailCommand.Get(id(words, CommandMessages.GET));
      case "index" -> index(words, here);
      default ->
          throw new Unread(
              CommandSuggestion.by(verb)
                  .map(CommandMessages::meant)
                  .orElse(CommandMessages.UNKNOWN));
    };
  }

  /** {@code set coalition digest}, {@code set language fr}; at a list's address its own mode. */
  private static MailCommand set(String[] words, String here) {
    int more = words.length - 1;
    String what = more > 0 ? words[1].toLowerCase(Locale.ROOT) : "";
    String value = more == 2 ? words[2] : "";
    return switch (what) {
      case "language" -> new MailCommand.Speak(language(value));
      case "timezone", "zone" -> new MailCommand.Zone(zone(value));
      case "echo" -> new MailCommand.Echo(on(value));
      default ->
          new MailCommand.SetMode(
              more == 2 ? words[1] : only(more == 1, here, CommandMessages.SET), mode(words[more]));
    };
  }

  private static Language language(String word) {
    return Language.tagged(word.toLowerCase(Locale.ROOT))
        .orElseThrow(() -> new Unread(CommandMessages.LANGUAGE));
  }

  /** As the time zone database has it, whatever the case of its letters. */
  private static ZoneId zone(String word) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(word::equalsIgnoreCase)
        .findFirst()
        .map(ZoneId::of)
        .orElseThrow(() -> new Unread(CommandMessages.ZONE));
  }

  private static boolean on(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new Unread(CommandMessages.ECHO);
    };
  }

  private static MailCommand search(String[] words) {
    if (words.length < 2) {
      throw new Unread(CommandMessages.SEARCH);
    }
    return new MailCommand.Search(String.join(" ", Arrays.asList(words).subList(1, words.length)));
  }

  private static final String WEEKLY = "weekly-";

  /** {@code hear new digest}, {@code hear weekly-updates none}. */
  private static MailCommand hear(String[] words) {
    NotificationChannel way =
        words.length == 3 ? WAYS.get(words[2].toLowerCase(Locale.ROOT)) : null;
    if (way == null) {
      throw new Unread(CommandMessages.HEAR);
    }
    String what = words[1].toLowerCase(Locale.ROOT);
    boolean weekly = what.startsWith(WEEKLY);
    return weekly
        ? new MailCommand.Hear(
            null, constant(WeeklyMailing.values(), what.substring(WEEKLY.length())), way)
        : new MailCommand.Hear(constant(NotificationReason.values(), what), null, way);
  }

  private static <E extends Enum<E>> E constant(E[] all, String word) {
    return Arrays.stream(all)
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> new Unread(CommandMessages.HEAR));
  }

  private static MailCommand alone(String[] words, MailCommand order) {
    if (words.length > 1) {
      throw new Unread(CommandMessages.ALONE);
    }
    return order;
  }

  private static String only(boolean right, String list, Message usage) {
    if (!right || list.isEmpty()) {
      throw new Unread(usage);
    }
    return list;
  }

  private static String named(String[] words, int at, String here, Message usage) {
    return words.length == at + 1 ? words[at] : only(words.length == at, here, usage);
  }

  private static String orAll(String[] words, int at, String here) {
    if (words.length > at + 1) {
      throw new Unread(CommandMessages.ONE_LIST);
    }
    return words.length == at + 1 ? words[at] : here.isEmpty() ? MailCommand.ALL : here;
  }

  private static Delivery mode(String word) {
    return Optional.ofNullable(MODES.get(word.toLowerCase(Locale.ROOT)))
        .orElseThrow(() -> new Unread(CommandMessages.SET));
  }

  private static MailPause pause(String[] words) {
    String[] days = words.length > 1 ? words[1].split("\\.\\.", -1) : new String[0];
    if (days.length != 2) {
      throw new Unread(CommandMessages.SUSPEND);
    }
    try {
      return new MailPause(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
    } catch (DateTimeException e) {
      throw new Unread(CommandMessages.SUSPEND);
    }
  }

  private static String id(String[] words, Message usage) {
    if (words.length != 2) {
      throw new Unread(usage);
    }
    String id = words[1];
    return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
  }

  private static MailCommand index(String[] words, String here) {
    int last = words.length - 1;
    boolean counted = last > 0 && words[last].chars().allMatch(c -> c >= '0' && c <= '9');
    String[] others = counted ? List.of(words).subList(0, last).toArray(String[]::new) : words;
    int posts = counted ? count(words[last]) : USUAL_POSTS;
    return new MailCommand.Index(named(others, 1, here, CommandMessages.INDEX), posts);
  }

  private static int count(String digits) {
    int posts = digits.length() > 4 ? 0 : Integer.parseInt(digits);
    if (posts < 1 || posts > MAX_POSTS) {
      throw new Unread(CommandMessages.INDEX);
    }
    return posts;
  }
}
