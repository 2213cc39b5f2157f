package org.caucus.coalition.actions.mail;

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
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.mentions.NamedPeople;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionDetailFields;
import org.caucus.coalition.actions.ActionDetailRules;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.actions.Actions;
import org.caucus.coalition.actions.Embargo;
import org.caucus.coalition.actions.Reminder;
import org.caucus.coalition.actions.Strategy;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderKeys;
import org.caucus.coalition.mailcommands.headers.HeaderReader;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.mailcommands.headers.SettingShape;
import org.caucus.coalition.mailcommands.suggestions.ChoiceParser;
import org.caucus.coalition.mailcommands.suggestions.FuzzyMatch;
import org.caucus.coalition.mailcommands.suggestions.NonePhrases;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.EnumNames;
import org.caucus.platform.spill.StoredText;
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
public record ActionMailParser(
    Members members,
    NamedPeople called,
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
  public static HeaderKeys keys() {
    return HeaderKeys.of(ActionMailParser::isKey, HEAD_KEYS.stream().sorted().toList());
  }

  /** What stands in brackets at the end of the subject of an answer may be of. */
  public static HeaderKeys settings() {
    return HeaderKeys.of(
        key -> SUBJECT_KEYS.contains(key.toLowerCase(Locale.ROOT)),
        SUBJECT_KEYS.stream().sorted().toList());
  }

  /**
   * What lines at the head of an answer may be of. An agenda is the words of such a letter, and no
   * line.
   *
   * @param agency whether it says what an agency answered
   */
  public static HeaderKeys answering(boolean agency) {
    Set<String> keys = new TreeSet<>(SUBJECT_KEYS);
    keys.remove("agenda");
    if (!agency) {
      keys.removeAll(OF_AGENCY);
    }
    return HeaderKeys.of(key -> keys.contains(key.toLowerCase(Locale.ROOT)), List.copyOf(keys));
  }

  /**
   * Whether a line with which somebody begins an answer orders something, and is no question or
   * sentence of theirs: {@code When: 2026-12-01 10:00}, and not {@code When: any day suits us.}
   */
  public static boolean isOrder(CommandLine line) {
    return switch (line.name()) {
      case "about" -> SettingShape.areLabels(line.value());
      case "outcome" -> SettingShape.isSaid(line.value());
      default -> SettingShape.isSaid(line.value()) && SettingShape.isBrief(line.value());
    };
  }

  /** Reads lines that were found. */
  public HeaderReading<ActionMailFields> read(List<CommandLine> lines) {
    boolean timed = lines.stream().anyMatch(line -> line.name().equals("when"));
    DateTimeSuggestion moments =
        new DateTimeSuggestion(zone, LocalDate.ofInstant(now, ZoneOffset.UTC));
    ActionFieldSuggestions right =
        new ActionFieldSuggestions(asked(), called, later, moments, timed, standing);
    return HeaderReading.of(
        lines, MAX_LINES, new Gathered(new ActionOwnerAgendaFields(called), right));
  }

  /** By the key that may have been meant. */
  private CommandLine meant(CommandLine line) {
    Set<String> keys = keys(line);
    return keys.contains(line.name())
        ? line
        : FuzzyMatch.of(line.name(), keys.stream().sorted().toList())
            .map(line::called)
            .orElse(line);
  }

  /**
   * The lines that ask this, and say what would be understood without them.
   *
   * @param name what somebody is called
   */
  public static List<CommandLine> of(ActionMailFields asks, Function<SeatId, String> name) {
    List<CommandLine> lines =
        new ArrayList<>(List.of(new CommandLine("Kind", ChoiceParser.word(asks.said()))));
    ActionDetails details = Objects.requireNonNullElse(asks.details(), ActionDetails.none());
    if (asks.when() != null && asks.when().startsAt() != null) {
      lines.add(new CommandLine("When", DateTimeParser.say(asks.when(), details.allDay())));
    }
    ActionOwnerAgendaFields.put(lines, "Where", Objects.requireNonNullElse(asks.place(), ""));
    ActionOwnerAgendaFields.put(lines, "Link", details.link());
    ActionOwnerAgendaFields.put(lines, "Asked", String.join(", ", details.organisations()));
    ActionOwnerAgendaFields.put(
        lines, "Owner", asks.owner() == null ? "" : name.apply(asks.owner()));
    lines.addAll(ActionOwnerAgendaFields.of(details));
    ActionMailFields.Embargoed embargo = asks.embargo();
    if (embargo != null && embargo.until() != null && embargo.to() != null) {
      String hour = DateTimeParser.say(new Action.When(embargo.until(), null, UTC), false);
      lines.add(new CommandLine("Embargo", hour + ", " + said(embargo.to(), name)));
    }
    return List.copyOf(lines);
  }

  private static String said(Audience to, Function<SeatId, String> name) {
    return to instanceof Audience.Named named
        ? named.seats().stream().map(SeatId::new).map(name).collect(Collectors.joining(", "))
        : NamedPeople.words(to).orElseGet(to::wire);
  }

  private final class Gathered implements HeaderReader<ActionMailFields> {
    private final Set<String> said = new HashSet<>();
    private final ActionOwnerAgendaFields beside;
    private final ActionFieldSuggestions right;
    private Action.@Nullable Kind kind;
    private @Nullable DateTimeParser moments;
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
    private ActionMailFields.@Nullable Embargoed embargo;

    Gathered(ActionOwnerAgendaFields beside, ActionFieldSuggestions right) {
      this.beside = beside;
      this.right = right;
    }

    @Override
    public void take(CommandLine line) {
      ActionMailParser.this.take(line, this);
    }

    @Override
    public CommandLine named(CommandLine line) {
      return ActionMailParser.this.meant(line);
    }

    @Override
    public Optional<CommandLine> right(CommandLine line) {
      return right.of(line, beside);
    }

    @Override
    public ActionMailFields asks() {
      ActionDetails details =
          new ActionDetails(
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
      return new ActionMailFields(
          kind,
          moments == null ? null : moments.when(),
          StoredText.ofNullable(place),
          details.equals(ActionDetails.none()) ? null : details,
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

  private void take(CommandLine line, Gathered all) {
    String name = line.name();
    if (!keys(line).contains(name)) {
      throw unknown(line);
    }
    if (all.said.contains(name)) {
      throw Refusal.invalid(line.key(), Message.of("is-said-once", "field", line.key()));
    }
    String value = line.value();
    switch (name) {
      case "kind" -> all.kind = named("Kind", Action.Kind.values(), value);
      case "when" -> all.moments = DateTimeParser.of(value, zone, now);
      case "where" -> all.place = within("Where", value, ActionDetailRules.MAX_PLACE_CHARS);
      case "link" -> all.link = link(value);
      case "asked" -> all.organisations = each(value, this::organisation);
      case "strategy" ->
          all.strategies = each(value, one -> constant("Strategy", Strategy.values(), one));
      case "remind" ->
          all.reminders = each(value, one -> constant("Remind", Reminder.values(), one));
      case "channel" -> all.channel = within("Channel", value, ActionDetailRules.MAX_CHANNEL_CHARS);
      case "state" -> all.state = named("State", Action.State.values(), value);
      case "outcome" -> all.outcome = within("Outcome", value, ActionDetailRules.MAX_OUTCOME_CHARS);
      case "came" -> all.came = called.all(value);
      case "embargo" -> all.embargo = embargo(value);
      case "reply-due" -> all.replyDue = ActionDetailFields.day("Reply-due", value);
      default -> all.beside.take(line);
    }
    all.said.add(name);
  }

  /** What a line may be of, where it stands. */
  private Set<String> keys(CommandLine line) {
    return line.inSubject() || standing != null ? SUBJECT_KEYS : HEAD_KEYS;
  }

  private Refusal unknown(CommandLine line) {
    return line.inSubject() || standing != null
        ? Refusal.invalid(line.key(), Message.of("of-an-action-these-can-be-set"))
        : Refusal.invalid(line.key(), Message.of("at-the-head-of-a-plan"));
  }

  /** An hour, and behind a comma who learns of it then; or none. */
  private ActionMailFields.Embargoed embargo(String value) {
    if (NonePhrases.isMeant(value)) {
      return new ActionMailFields.Embargoed(null, null);
    }
    int comma = value.indexOf(',');
    if (comma > 0) {
      Optional<Instant> until = hour(value.substring(0, comma));
      Optional<Audience> to = later.of(value.substring(comma + 1).strip());
      if (until.isPresent() && to.isPresent()) {
        return new ActionMailFields.Embargoed(until.get(), afterwards(until.get(), to.get()));
      }
    }
    throw Refusal.invalid("Embargo", Message.of("embargo-is-an-hour-and-behind"));
  }

  /** What is no time is no embargo; whose zone is not known is asked for it. */
  private Optional<Instant> hour(String value) {
    try {
      return DateTimeParser.hour(value, zone, now);
    } catch (Refusal no) {
      if (no.message().equals(DateTimeParser.WHOSE)) {
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
    String[] names = value.split(",", ActionDetailRules.MAX_ORGANISATIONS + 2);
    return Arrays.stream(names).map(String::strip).map(read).distinct().toList();
  }

  private static String link(String value) {
    if (!value.startsWith("https://") && !value.startsWith("http://")) {
      throw Refusal.invalid("Link", Message.of("the-link-must-begin-with-https"));
    }
    return within("Link", value, ActionDetailRules.MAX_LINK_CHARS);
  }

  static String within(String key, String value, int most) {
    int chars = value.codePointCount(0, value.length());
    if (chars > most) {
      throw Refusal.invalid(
          key,
          Message.of("has-at-most-characters-not", "field", key, "limit", most, "given", chars));
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
        .orElseThrow(() -> Refusal.invalid("Asked", Message.of("asked-names-organisations-here")));
  }

  private static <E extends Enum<E>> E named(String key, E[] all, String value) {
    return EnumNames.of(value, all).orElseGet(() -> constant(key, all, value));
  }

  private static <E extends Enum<E>> E constant(String key, E[] all, String value) {
    return ChoiceParser.of(value, all)
        .orElseThrow(
            () ->
                Refusal.invalid(key, Message.of("is-one-of-2", "field", key, "known", known(all))));
  }

  /** What there is, in words that are said in every language. */
  private static Object known(Enum<?>[] all) {
    return switch (all[0]) {
      case Action.State s -> Message.of("part.states-of-actions");
      case Action.Kind k -> Message.of("part.kinds-of-actions");
      default -> ChoiceParser.words(all);
    };
  }
}
