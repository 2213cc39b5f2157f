package org.caucus.messaging.inbound.pipeline.guards;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderBlock;
import org.caucus.coalition.mailcommands.headers.HeaderKeyNames;
import org.caucus.coalition.mailcommands.headers.HeaderKeys;
import org.caucus.coalition.mailcommands.suggestions.FuzzyMatch;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.mail.reply.CourtesyPhrases;
import org.caucus.mail.reply.ReplyText;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.audience.AudienceWords;
import org.caucus.workspace.Capabilities;

/**
 * Reads what a letter asks for in its first line: {@code Audience: civil society}. Words that are
 * not understood end its way: to post it to everyone because of a misspelling is what it asked not
 * to happen. So does a line that stands below a greeting or other words, where it is not read: the
 * person who wrote it believes that it is.
 */
public record AudienceHeaderLine() implements PipelineStep {
  /** The key of the line. */
  static final String KEY = "Audience";

  private static final Scope EVERYONE = Scope.place(Audience.everyone());

  /** Lines that, unread, would let more know, or earlier, or on other terms. */
  private static final Set<String> HARMFUL = Set.of("attribution", "embargo", "publish-at");

  /** Lines and characters that may stand above a line that was meant for the head. */
  private static final int FEW_LINES = 3;

  private static final int SHORT_CHARS = 60;

  /** Of a longer letter no more lines are looked at. */
  private static final int MOST_LINES = 2_000;

  /** A colon, as keyboards of several scripts write it. */
  private static final String COLONS = ":\uff1a\ufe55\ufe13\u2236\ua789";

  /** What stands before a colon is no longer, in characters. */
  private static final int MOST_KEY_CHARS = 40;

  /** A line with another mark than a colon, in brackets, or in a sentence. */
  private static final Pattern NEARLY =
      Pattern.compile(
          "(?iu)[\\p{P}\\p{S}\\s]{0,6}+(?:the |our |les?"
              + " )?+(?:audience|destinataires|\u0627\u0644\u062c\u0645\u0647\u0648\u0631)(?: is|"
              + " are|s)?+[\\p{P}\\p{S}\\s]{1,6}+(.{1,4000}?)[\\])}]?+");

  /** Most characters of who is to read it. */
  private static final int MAX_CHARS = 4_000;

  @Override
  public Next take(PipelineContext arrival) {
    HeaderBlock head = of(arrival);
    List<Integer> those =
        IntStream.range(0, head.lines().size())
            .filter(i -> isMeant(arrival, head.lines().get(i).key()))
            .boxed()
            .toList();
    if (those.isEmpty()) {
      return PipelineStep.on(arrival);
    }
    if (those.size() > 1) {
      return PipelineStep.refuse(RefusalMessages.TWO_AUDIENCES);
    }
    CommandLine line = head.lines().get(those.getFirst());
    String wish = line.value();
    AudienceWords words = AudienceWords.of(arrival.workspace(), arrival.seat(), place(arrival));
    Optional<Audience> audience =
        isAudience(line.key()) && wish.length() <= MAX_CHARS ? words.read(wish) : Optional.empty();
    return audience
        .map(a -> PipelineStep.on(arrival.narrowed(a, head.without(those.getFirst()))))
        .orElseGet(() -> refused(RefusalMessages.UNKNOWN_AUDIENCE, arrival, words, wish));
  }

  /** Refuses what stands below other words and was meant for the head. */
  public record Below() implements PipelineStep {
    @Override
    public Next take(PipelineContext arrival) {
      return below(arrival, of(arrival));
    }
  }

  private static Next below(PipelineContext arrival, HeaderBlock head) {
    Seat seat = arrival.seat();
    if (seat == null) {
      return PipelineStep.on(arrival);
    }
    List<String> own =
        ReplyText.lines(head.rest()).stream().filter(l -> !l.isEmpty()).limit(MOST_LINES).toList();
    HeaderKeys keys = keys(arrival);
    AudienceWords words = AudienceWords.of(arrival.workspace(), seat, place(arrival));
    if (arrival.audience() == null) {
      Optional<Next> no = misplaced(arrival, keys, own, words);
      if (no.isPresent()) {
        return no.get();
      }
    }
    List<String> added =
        ReplyText.lines(UnmarkedQuotes.without(arrival, head.rest(), line -> isHarmful(keys, line)))
            .stream()
            .filter(l -> !l.isEmpty())
            .limit(MOST_LINES)
            .toList();
    List<CommandLine> others = meantForHead(arrival, keys.openedRight(), added);
    return others.isEmpty()
        ? PipelineStep.on(arrival)
        : CommandErrorReply.refused(
            arrival, RefusalMessages.LINES_BELOW, right(arrival, seat, others));
  }

  /** Whether a line, unread, would let more know, no matter who wrote it first. */
  private static boolean isHarmful(HeaderKeys keys, String line) {
    return mayBeLine(line)
        && HeaderBlock.of(line, keys.and(KEY), 1).lines().stream()
            .anyMatch(found -> isAudience(found.key()) || HARMFUL.contains(found.name()));
  }

  /** Readers that are named where, or as, they are not read. */
  private static Optional<Next> misplaced(
      PipelineContext arrival, HeaderKeys keys, List<String> own, AudienceWords words) {
    for (CommandLine set : SubjectAddition.besideTitles(arrival)) {
      if (isReaders(set) && words.isMeant(set.value())) {
        return Optional.of(refused(RefusalMessages.AUDIENCE_BELOW, arrival, words, set.value()));
      }
    }
    for (int i = 0; i < own.size(); i++) {
      int at = i;
      Optional<String> wish = readers(keys, own.get(at));
      if (wish.filter(w -> words.isMeant(w) || isOpening(own, at)).isPresent()) {
        return Optional.of(refused(RefusalMessages.AUDIENCE_BELOW, arrival, words, wish.get()));
      }
      Optional<String> nearly = nearly(own.get(at)).filter(words::isMeant);
      if (nearly.isPresent()) {
        return Optional.of(refused(RefusalMessages.UNKNOWN_AUDIENCE, arrival, words, nearly.get()));
      }
    }
    return Optional.empty();
  }

  /** Whom a line may name that is nearly one that says who is to read the letter. */
  private static Optional<String> nearly(String line) {
    Matcher nearly = NEARLY.matcher(line);
    return line.length() <= MAX_CHARS && nearly.matches()
        ? Optional.of(nearly.group(1))
        : Optional.empty();
  }

  /** Whether nothing but a greeting and the like stands above it. */
  private static boolean isOpening(List<String> own, int at) {
    return at <= FEW_LINES
        && own.subList(0, at).stream().allMatch(line -> line.length() <= SHORT_CHARS);
  }

  /** Whom a line names that says who is to read the letter; empty if it says anything else. */
  private static Optional<String> readers(HeaderKeys keys, String line) {
    return mayBeLine(line)
        ? HeaderBlock.of(line, keys.and(KEY), 1).lines().stream()
            .filter(found -> isMeant(keys, found.key()))
            .map(CommandLine::value)
            .findFirst()
        : Optional.empty();
  }

  /** Whether it is worth a closer look: letters have very many lines. */
  private static boolean mayBeLine(String line) {
    String begins = line.substring(0, Math.min(line.length(), MOST_KEY_CHARS));
    return begins.chars().skip(1).anyMatch(c -> COLONS.indexOf(c) >= 0);
  }

  /** Lines right below a greeting, and those that must not go unread wherever they stand. */
  private static List<CommandLine> meantForHead(
      PipelineContext arrival, HeaderKeys known, List<String> own) {
    if (!own.isEmpty() && CourtesyPhrases.isGreeting(own.getFirst())) {
      String rest = String.join("\n", own.subList(1, own.size()));
      List<CommandLine> greeted = HeaderBlock.of(rest, known, HeaderBlock.MAX_LINES).lines();
      if (!greeted.isEmpty()) {
        return Stream.concat(besides(arrival).stream(), greeted.stream()).toList();
      }
    }
    List<CommandLine> harmful =
        own.stream()
            .filter(AudienceHeaderLine::mayBeLine)
            .flatMap(line -> HeaderBlock.of(line, known, 1).lines().stream())
            .filter(line -> HARMFUL.contains(line.name()) && !line.value().isEmpty())
            .toList();
    return harmful.isEmpty()
        ? List.of()
        : Stream.concat(besides(arrival).stream(), harmful.stream()).toList();
  }

  /** The head of a letter as it came, with the line that says who reads it. */
  static HeaderBlock of(PipelineContext arrival) {
    return HeaderBlock.of(
        arrival.incoming().letter().text(), keys(arrival).and(KEY), HeaderBlock.MAX_LINES + 1);
  }

  /** What a letter says below the lines at its head. */
  public static String rest(PipelineContext arrival) {
    return of(arrival).rest();
  }

  /** What a letter asks for besides who reads it, in lines at its head. */
  static List<CommandLine> besides(PipelineContext arrival) {
    return of(arrival).lines().stream().filter(line -> !isMeant(arrival, line.key())).toList();
  }

  /** Whether it says who reads the letter. */
  static boolean isReaders(CommandLine line) {
    return isAudience(line.key());
  }

  private static boolean isAudience(String key) {
    return HeaderKeyNames.is(KEY, key);
  }

  /** Also where it is misspelt: as words it would be read by all. */
  private static boolean isMeant(PipelineContext arrival, String key) {
    return isMeant(keys(arrival), key);
  }

  private static boolean isMeant(HeaderKeys keys, String key) {
    if (isAudience(key)) {
      return true;
    }
    HeaderKeys all = keys.and(KEY);
    return !keys.has().test(key)
        && FuzzyMatch.of(key, all.words())
            .or(() -> HeaderKeyNames.slip(key, all.has()))
            .filter(AudienceHeaderLine::isAudience)
            .isPresent();
  }

  /** With all its lines as their author may have meant them; without any to a stranger. */
  private static Next refused(
      Message why, PipelineContext arrival, AudienceWords words, String wish) {
    Seat seat = arrival.seat();
    if (seat == null) {
      return CommandErrorReply.refused(why, List.of());
    }
    Scope place = place(arrival);
    return words
        .read(wish) // its key alone is misspelt
        .filter(readers -> words.isOpen(readers, seat, place))
        .or(() -> words.put(wish, seat, place).flatMap(words::read))
        .map(readers -> arrival.narrowed(readers, arrival.text()))
        .map(meant -> CommandErrorReply.refused(meant, why, right(meant, seat, besides(meant))))
        .orElseGet(() -> CommandErrorReply.refused(why, List.of()));
  }

  /** Within which readers it can ask for some, as far as its address says. */
  static Scope place(PipelineContext arrival) {
    Ref to = arrival.to().thing();
    boolean isPlace =
        to.kind() == Ref.Kind.LIST
            || to.kind() == Ref.Kind.TRACKER
            || to.kind() == Ref.Kind.INSTRUMENT;
    return isPlace ? arrival.workspace().scopeOf(to).orElse(EVERYONE) : EVERYONE;
  }

  private static List<CommandLine> right(
      PipelineContext arrival, Seat seat, List<CommandLine> lines) {
    Optional<List<CommandLine>> read = OpeningHead.right(arrival, lines);
    if (read.isPresent()) {
      return read.get();
    }
    return switch (arrival.to().thing().kind()) {
      case WORKSPACE -> ActionHead.right(arrival, seat, lines);
      case TRACKER -> IssueLines.right(arrival, seat, lines);
      case ORGANISATION -> UpdateHead.right(arrival, lines);
      default -> lines;
    };
  }

  /** What lines at the head of such a letter may be of, besides who reads it. */
  private static HeaderKeys keys(PipelineContext arrival) {
    Destination to = arrival.to();
    return Capabilities.mailKeys(arrival.workspace(), to.thing(), to.plain());
  }
}
