package org.caucus.actions.asked;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.actions.Action;
import org.caucus.actions.Actions;
import org.caucus.actions.plans.DetailFields;
import org.caucus.actions.plans.DetailRules;
import org.caucus.actions.plans.Details;
import org.caucus.actions.plans.Embargo;
import org.caucus.actions.plans.Reminder;
import org.caucus.actions.plans.Strategy;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.heads.Keys;
import org.caucus.heads.Line;
import org.caucus.heads.Reader;
import org.caucus.heads.Reading;
import org.caucus.heads.Shape;
import org.caucus.hints.Choice;
import org.caucus.hints.Nearest;
import org.caucus.hints.Nothing;
import org.caucus.members.Access;
import org.caucus.members.Audience;
import org.caucus.members.Members;
import org.caucus.members.Organisation;
import org.caucus.members.Scope;
import org.caucus.members.called.Called;
import org.caucus.spill.StoredText;
import org.caucus.words.Constants;
import org.caucus.words.Phrases;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines at the head of a letter that plans an action, such as {@code Kind: call} and
 * {@code When: 2026-12-01 10:00 to 11:30}, or what stands in brackets at the end of the subject of
 * an answer. What is not understood refuses all of it, with the rule and the lines put right.
 *
 * @param called people by their names
 * @param later who learns of it later, in words
 * @param readers who can be asked to take part
 * @param zone of the person who wrote them; null if it is not known
 * @param now from which an example counts
 * @param standing how far one is that is answered; null of one that is planned
 */
public record ActionLines(
    Members members,
    Called called,
    Later later,
    Scope readers,
    @Nullable ZoneId zone,
    Instant now,
    Action.@Nullable State standing) {
  /** Most lines at the head. */
  public static final int MAX_LINES = 20;

  /** What a line at the head may be of, in lower case. */
  public static final Set<String> HEAD_KEYS =
      Set.of(
          "kind",
          "when",
          "where",
          "link",
          "asked",
          "strategy",
          "remind",
          "channel",
          "reply-due",
          "embargo",
          "owner",
          "agenda",
          "about",
          "receipt");

  /** What stands in brackets at the end of the subject of an answer, in lower case. */
  public static final Set<String> SUBJECT_KEYS =
      Set.of(
          "state",
          "when",
          "where",
          "link",
          "outcome",
          "came",
          "embargo",
          "owner",
          "about",
          "receipt",
          "reply-due",
          "on",
          "more",
          "agenda");

  /** Of these, what is said of an agency's answer. */
  private static final Set<String> OF_AGENCY = Set.of("on", "more");

  /** What states and kinds are called in letters. */
  static final Constants STATES = new Constants(Phrases.of("actions"), "State.");

  static final Constants KINDS = new Constants(Phrases.of("feeds"), "action.");

  private static final ZoneId UTC = ZoneId.of("UTC");

  /** Takes off what is there. */
  public static final String NONE = "none";

  /** Who learns of an action when its embargo ends, as a letter says it. */
  public interface Later {
    /** Those that the words mean; empty if they mean nothing. */
    Optional<Audience> of(String words);

    /** The words that may have been meant; empty if nobody can learn of it later. */
    Optional<String> meant(String words);
  }

  /** Whether a line of this key is read. */
  public static boolean isKey(String key) {
    return HEAD_KEYS.contains(key.toLowerCase(Locale.ROOT));
  }

  /** What a line at the head may be of. */
  public static Keys keys() {
    return Keys.of(ActionLines::isKey, HEAD_KEYS.stream().sorted().toList());
  }

  /** What stands in brackets at the end of the subject of an answer may be of. */
  public static Keys settings() {
    return Keys.of(
        key -> SUBJECT_KEYS.contains(key.toLowerCase(Locale.ROOT)),
        SUBJECT_KEYS.stream().sorted().toList());
  }

  /**
   * What lines at the head of an answer may be of. An agenda is the words of such a letter, and no
   * line.
   *
   * @param agency whether it says what an agency answered
   */
  public static Keys answering(boolean agency) {
    Set<String> keys = new TreeSet<>(SUBJECT_KEYS);
    keys.remove("agenda");
    if (!agency) {
      keys.removeAll(OF_AGENCY);
    }
    return Keys.of(key -> keys.contains(key.toLowerCase(Locale.ROOT)), List.copyOf(keys));
  }

  /**
   * Whether a line with which somebody begins an answer orders something, and is no question or
   * sentence of theirs: {@code When: 2026-12-01 10:00}, and not {@code When: any day suits us.}
   */
  public static boolean isOrder(Line line) {
    return switch (line.name()) {
      case "about" -> Shape.areLabels(line.value());
      case "outcome" -> Shape.isSaid(line.value());
      default -> Shape.isSaid(line.value()) && Shape.isBrief(line.value());
    };
  }

  /** Reads lines that were found. */
  public Reading<ActionAsks> read(List<Line> lines) {
    boolean timed = lines.stream().anyMatch(line -> line.name().equals("when"));
    MeantMoment moments = new MeantMoment(zone, LocalDate.ofInstant(now, ZoneOffset.UTC));
    PutRight right = new PutRight(asked(), called, later, moments, timed, standing);
    return Reading.of(lines, MAX_LINES, new Gathered(new Beside(called), right));
  }

  /** By the key that may have been meant. */
  private Line meant(Line line) {
    Set<String> keys = keys(line);
    return keys.contains(line.name())
        ? line
        : Nearest.of(line.name(), keys.stream().sorted().toList()).map(line::called).orElse(line);
  }

  /**
   * The lines that ask this, and say what would be understood without them.
   *
   * @param name what somebody is called
   */
  public static List<Line> of(ActionAsks asks, Function<SeatId, String> name) {
    List<Line> lines = new ArrayList<>(List.of(new Line("Kind", Choice.word(asks.said()))));
    Details details = Objects.requireNonNullElse(asks.details(), Details.none());
    if (asks.when() != null && asks.when().startsAt() != null) {
      lines.add(new Line("When", Moments.say(asks.when(), details.allDay())));
    }
    Beside.put(lines, "Where", Objects.requireNonNullElse(asks.place(), ""));
    Beside.put(lines, "Link", details.link());
    Beside.put(lines, "Asked", String.join(", ", details.organisations()));
    Beside.put(lines, "Owner", asks.owner() == null ? "" : name.apply(asks.owner()));
    lines.addAll(Beside.of(details));
    ActionAsks.Embargoed embargo = asks.embargo();
    if (embargo != null && embargo.until() != null && embargo.to() != null) {
      String hour = Moments.say(new Action.When(embargo.until(), null, UTC), false);
      lines.add(new Line("Embargo", hour + ", " + said(embargo.to(), name)));
    }
    return List.copyOf(lines);
  }

  private static String said(Audience to, Function<SeatId, String> name) {
    return to instanceof Audience.Named named
        ? named.seats().stream().map(SeatId::new).map(name).collect(Collectors.joining(", "))
        : Called.words(to).orElseGet(to::wire);
  }

  private final class Gathered implements Reader<ActionAsks> {
    private final Set<String> said = new HashSet<>();
    private final Beside beside;
    private final PutRight right;
    private Action.@Nullable Kind kind;
    private @Nullable Moments moments;
    private @Nullable String place;
    private List<String> organisations = List.of();
    private List<Strategy> strategies = List.of();
    private List<Reminder> reminders = List.of();
    private String link = "";
    private String channel = "";
    private @Nullable LocalDate replyDue;
    private Action.@Nullable State state;
    private @Nullable String outcome;
    private @Nullable List<SeatId> came;
    private ActionAsks.@Nullable Embargoed embargo;

    Gathered(Beside beside, PutRight right) {
      this.beside = beside;
      this.right = right;
    }

    @Override
    public void take(Line line) {
      ActionLines.this.take(line, this);
    }

    @Override
    public Line named(Line line) {
      return ActionLines.this.meant(line);
    }

    @Override
    public Optional<Line> right(Line line) {
      return right.of(line, beside);
    }

    @Override
    public ActionAsks asks() {
      Details details =
          new Details(
              moments != null && moments.allDay(),
              organisations,
              strategies,
              link,
              beside.agenda,
              channel,
              beside.receipt,
              replyDue,
              List.of(),
              reminders,
              beside.about);
      return new ActionAsks(
          kind,
          moments == null ? null : moments.when(),
          StoredText.ofNullable(place),
          details.equals(Details.none()) ? null : details,
          state,
          StoredText.ofNullable(outcome),
          null,
          came,
          embargo,
          beside.owner,
          null,
          beside.agency(),
          beside.replaces ? Boolean.TRUE : null);
    }
  }

  private void take(Line line, Gathered all) {
    String name = line.name();
    if (!keys(line).contains(name)) {
      throw unknown(line);
    }
    if (all.said.contains(name)) {
      throw Refused.invalid(line.key(), line.key() + " is said once.");
    }
    String value = line.value();
    switch (name) {
      case "kind" -> all.kind = constant("Kind", Action.Kind.values(), value, KINDS);
      case "when" -> all.moments = Moments.of(value, zone, now);
      case "where" -> all.place = within("Where", value, DetailRules.MAX_PLACE_CHARS);
      case "link" -> all.link = link(value);
      case "asked" -> all.organisations = each(value, this::organisation);
      case "strategy" ->
          all.strategies = each(value, one -> constant("Strategy", Strategy.values(), one));
      case "remind" ->
          all.reminders = each(value, one -> constant("Remind", Reminder.values(), one));
      case "channel" -> all.channel = within("Channel", value, DetailRules.MAX_CHANNEL_CHARS);
      case "state" -> all.state = constant("State", Action.State.values(), value, STATES);
      case "outcome" -> all.outcome = within("Outcome", value, DetailRules.MAX_OUTCOME_CHARS);
      case "came" -> all.came = called.all(value);
      case "embargo" -> all.embargo = embargo(value);
      case "reply-due" -> all.replyDue = DetailFields.day("Reply-due", value);
      default -> all.beside.take(line);
    }
    all.said.add(name);
  }

  /** What a line may be of, where it stands. */
  private Set<String> keys(Line line) {
    return line.inSubject() || standing != null ? SUBJECT_KEYS : HEAD_KEYS;
  }

  private Refused unknown(Line line) {
    return line.inSubject() || standing != null
        ? Refused.invalid(
            line.key(),
            "Of an action these can be set: state, when, where, link, outcome, came, embargo,"
                + " owner, about, receipt, reply-due; of what an agency answered: on, more; and of"
                + " an agenda that is there: agenda=replace.")
        : Refused.invalid(
            line.key(),
            "At the head of a plan these are read: kind, when, where, link, asked, audience, owner,"
                + " about, agenda, embargo, strategy, remind, channel, receipt, reply-due.");
  }

  /** An hour, and behind a comma who learns of it then; or none. */
  private ActionAsks.Embargoed embargo(String value) {
    if (Nothing.isMeant(value)) {
      return new ActionAsks.Embargoed(null, null);
    }
    int comma = value.indexOf(',');
    if (comma > 0) {
      Optional<Instant> until = hour(value.substring(0, comma));
      Optional<Audience> to = later.of(value.substring(comma + 1).strip());
      if (until.isPresent() && to.isPresent()) {
        return new ActionAsks.Embargoed(until.get(), afterwards(until.get(), to.get()));
      }
    }
    throw Refused.invalid(
        "Embargo",
        "Embargo is an hour, and behind a comma who reads it from then on, such as 2026-12-01 09:00"
            + " Africa/Lagos, everyone; or none.");
  }

  /** What is no time is no embargo; whose zone is not known is asked for it. */
  private Optional<Instant> hour(String value) {
    try {
      return Moments.hour(value, zone, now);
    } catch (Refused no) {
      if (no.why().equals(Moments.WHOSE)) {
        throw no;
      }
      return Optional.empty();
    }
  }

  private Audience afterwards(Instant until, Audience to) {
    return Embargo.must(
        new Access(members), called.me().id(), Actions.AGENDA, readers.audience(), until, to, now);
  }

  private static <T> List<T> each(String value, Function<String, T> read) {
    String[] names = value.split(",", DetailRules.MAX_ORGANISATIONS + 2);
    return Arrays.stream(names).map(String::strip).map(read).distinct().toList();
  }

  private static String link(String value) {
    if (!value.startsWith("https://") && !value.startsWith("http://")) {
      throw Refused.invalid("Link", "The link must begin with https:// or http://.");
    }
    return within("Link", value, DetailRules.MAX_LINK_CHARS);
  }

  static String within(String key, String value, int most) {
    int chars = value.codePointCount(0, value.length());
    if (chars > most) {
      throw Refused.invalid(key, key + " has at most " + most + " characters, not " + chars + ".");
    }
    return value;
  }

  /** Those of whom somebody reads it. Everyone here can see who takes part. */
  private List<Organisation> asked() {
    Set<String> reading = new HashSet<>();
    new Access(members).readers(readers).forEach(seat -> reading.add(seat.organisation()));
    return members.parties().stream().filter(o -> reading.contains(o.slug())).toList();
  }

  /** By its name or its short name. */
  private String organisation(String name) {
    Stream<Organisation> all = asked().stream();
    return all.filter(o -> o.slug().equals(name) || o.name().equalsIgnoreCase(name))
        .map(Organisation::slug)
        .findFirst()
        .orElseThrow(
            () ->
                Refused.invalid(
                    "Asked",
                    "Asked names organisations here that can read it, by their names or short"
                        + " names, with commas between them."));
  }

  private static <E extends Enum<E>> E constant(
      String key, E[] all, String value, Constants called) {
    return called.of(value, all).orElseGet(() -> constant(key, all, value));
  }

  private static <E extends Enum<E>> E constant(String key, E[] all, String value) {
    return Choice.of(value, all)
        .orElseThrow(() -> Refused.invalid(key, key + " is one of: " + Choice.words(all) + "."));
  }
}
